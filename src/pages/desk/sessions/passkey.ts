import type { APIRoute } from 'astro';
import { browserInWords } from '../../../islands/browser-in-words.ts';
import { sessions } from '../../../strings/en/desk-sessions.ts';
import { askForNewPasskey, postNewPasskey } from '../../../server/sign-in/post-passkey.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals }) => {
  if (!locals.member) return new Response(null, { status: 401 });
  return askForNewPasskey(locals.app, locals.member, Temporal.Now.instant());
};

export const POST: APIRoute = async ({ locals, request }) => {
  if (!locals.member) return new Response(null, { status: 401 });
  const browser = browserInWords(request.headers.get('user-agent') ?? sessions.silentBrowser);
  return postNewPasskey(request, locals.app, { member: locals.member, browser }, Temporal.Now.instant());
};
