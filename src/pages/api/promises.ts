import type { APIRoute } from 'astro';
import { promisesAt } from '../../server/promise.ts';

export const prerender = false;

/** By when a person would answer, if asked now: one instant (ISO 8601) per channel. */
export const GET: APIRoute = ({ locals }) => {
  const promises = promisesAt(Temporal.Now.instant(), locals.app.support);
  return Response.json(promises, { headers: { 'cache-control': 'no-store' } });
};
