import type { APIRoute } from 'astro';
import { isStoreUnavailable } from '../../../server/store.ts';

export const prerender = false;

/**
 * Of all that better-auth would answer, only this one is let through: what the provider of single sign-on sends back.
 * Everything else about members is done by the pages of the desk and by `npm run agent`.
 */
export const GET: APIRoute = async ({ locals, params, request }) => {
  const signIn = await locals.app.signIn();
  if (params['all']?.replace(/\/$/, '') !== 'callback/single-sign-on' || !signIn.hasSingleSignOn) {
    return new Response('There is nothing at this address.\n', { status: 404, headers: PLAIN });
  }
  try {
    return await signIn.endSingleSignOn(request);
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    return new Response('We cannot look up who you are right now. Please try again in a minute.\n', {
      status: 503,
      headers: PLAIN,
    });
  }
};

export const ALL: APIRoute = () => new Response('Nothing is taken in here.\n', { status: 404, headers: PLAIN });

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
