import type { APIRoute } from 'astro';
import { goingOn } from '../../server/sign-in/going-on.ts';

export const prerender = false;

/** Ends the session of this browser, in the store too. */
export const POST: APIRoute = async ({ locals, request }) => {
  const cookies = await (await locals.app.signIn()).signOut(request.headers);
  locals.app.log('signed-out');
  return goingOn('/desk/sign-in/?left', cookies);
};

/** An address alone signs nobody out; whoever comes here by hand finds the button. */
export const GET: APIRoute = () => goingOn('/desk/sessions/');
