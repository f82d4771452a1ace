import type { APIRoute } from 'astro';
import { isStoreUnavailable } from '../../../server/store.ts';
import { signIn as words } from '../../../strings/en/desk-sign-in.ts';

export const prerender = false;

/**
 * Of all that better-auth would answer, only this one is let through: what the provider of single sign-on sends back.
 * Everything else about members is done by the pages of the desk and by `npm run agent`.
 */
export const GET: APIRoute = async ({ locals, params, request }) => {
  const signIn = await locals.app.signIn();
  if (params['all']?.replace(/\/$/, '') !== 'callback/single-sign-on' || !signIn.hasSingleSignOn) {
    return new Response(`${words.comingBack.nothingHere}\n`, { status: 404, headers: PLAIN });
  }
  try {
    return await signIn.endSingleSignOn(request);
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    return new Response(`${words.comingBack.unavailable}\n`, { status: 503, headers: PLAIN });
  }
};

export const ALL: APIRoute = () => new Response(`${words.comingBack.nothingTaken}\n`, { status: 404, headers: PLAIN });

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
