import type { APIRoute } from 'astro';
import { preflight } from '../../server/requests/cross-origin.ts';
import { postSearch } from '../../server/requests/post-search.ts';
import { answer } from './_answer.ts';

export const prerender = false;

export const POST: APIRoute = async (context) => {
  const { app, client } = context.locals;
  const outcome = await postSearch(context.request, app, client, Temporal.Now.instant());
  return answer(context, outcome, '/search/');
};

export const OPTIONS: APIRoute = ({ request, locals }) => preflight(request, locals.app);
