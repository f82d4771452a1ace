import type { APIRoute } from 'astro';
import { preflight } from '../../server/requests/cross-origin.ts';
import { postVote } from '../../server/requests/post-vote.ts';
import { answer } from './_answer.ts';

export const prerender = false;

export const POST: APIRoute = async (context) => {
  const { app, client } = context.locals;
  const outcome = await postVote(context.request, app, client, Temporal.Now.instant());
  return answer(context, outcome, '/voted/');
};

export const OPTIONS: APIRoute = ({ request, locals }) => preflight(request, locals.app);
