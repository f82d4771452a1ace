import type { APIRoute } from 'astro';
import { askForPasskey, postPasskey } from '../../../server/sign-in/post-passkey.ts';

export const prerender = false;

export const GET: APIRoute = ({ locals }) => askForPasskey(locals.app, Temporal.Now.instant());

export const POST: APIRoute = ({ locals, request }) =>
  postPasskey(request, locals.app, locals.client, Temporal.Now.instant());
