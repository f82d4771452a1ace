import type { APIRoute } from 'astro';
import { changesOf } from '../../server/desk/changes.ts';

export const prerender = false;

/** Server-sent events: `changed`, whenever something happened with any request. */
export const GET: APIRoute = ({ locals, request }) => {
  if (!locals.member) return new Response(null, { status: 401 });
  return new Response(changesOf(locals.app.store, request.signal), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
};
