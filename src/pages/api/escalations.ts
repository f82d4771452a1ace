import type { APIRoute } from 'astro';
import { preflight } from '../../server/requests/cross-origin.ts';
import { postEscalation } from '../../server/requests/post-escalation.ts';
import { answer } from './_answer.ts';

export const prerender = false;

export const POST: APIRoute = async (context) => {
  const { app, client } = context.locals;
  const outcome = await postEscalation(context.request, app, client, Temporal.Now.instant());
  const isJoin = outcome.kind === 'again' && outcome.typed['joins'] !== undefined;
  return answer(context, outcome, isJoin ? '/join/' : '/talk/');
};

export const OPTIONS: APIRoute = ({ request, locals }) => preflight(request, locals.app);
