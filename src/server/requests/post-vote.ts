import { randomUUID } from 'node:crypto';
import type { RequestError } from '../../schema/request-error.ts';
import { Vote } from '../../schema/vote.ts';
import { refusals } from '../../strings/en/refusals.ts';
import type { Client } from '../abuse/client.ts';
import type { App } from '../app.ts';
import { recordVote } from '../votes.ts';
import { FROM_ELSEWHERE, isForeign } from './foreign.ts';
import { all, one, typedIn, type Form } from './form.ts';
import { answered, redirected, refused, requestErrors, type Outcome } from './outcome.ts';
import { overBudget } from './over-budget.ts';
import { readBody } from './read-body.ts';
import { take, withoutEmpty } from './take.ts';

const FIELDS = [
  'article',
  'version',
  'audience',
  'helpful',
  'reasons',
  'comment',
  'reader',
  'contentHash',
  'step',
] as const;

/** `POST /api/votes`. A plain form goes on to `/articles/<slug>/voted/`, which carries the vote in its question. */
export async function postVote(request: Request, app: App, client: Client, now: Temporal.Instant): Promise<Outcome> {
  const body = await readBody(request);
  if (body.kind === 'refused') {
    const typed = body.form ? typedIn(body.form, FIELDS) : {};
    return refused({ request, app, ...(body.isForm && { typed }) }, body.status, [body.error]);
  }
  const asked = { request, app, ...(body.kind === 'form' && { typed: typedIn(body.form, FIELDS) }) };
  if (isForeign(request, app)) return refused(asked, 422, [FROM_ELSEWHERE]);
  const read = Vote.safeParse(withoutEmpty(body.kind === 'form' ? voteIn(body.form) : body.value), {
    reportInput: true,
  });
  if (!read.success) return refused(asked, 422, requestErrors(read.error, Vote));
  const vote = read.data;
  if (!app.known(vote.article)) return refused(asked, 422, [unknownArticle(vote.article)]);
  return take(asked, async () => {
    const retryAfterSeconds = await overBudget(app, 'votes', client, now);
    if (retryAfterSeconds !== undefined) return refused(asked, 429, [tooManyVotes], { retryAfterSeconds });
    const { id, changed } = await recordVote(app.store, vote, now);
    app.log('vote-kept', { article: vote.article, helpful: vote.helpful, changed });
    return body.kind === 'form'
      ? redirected(asked, votedAddress(app, vote, id, body.form))
      : answered(asked, changed ? 200 : 201, { id });
  });
}

/** Without JavaScript there is no id of the reader; one is made here, and goes along to the page that comes next. */
function voteIn(form: Form): unknown {
  const helpful = one(form, 'helpful');
  return {
    article: one(form, 'article'),
    version: one(form, 'version'),
    audience: one(form, 'audience'),
    helpful: helpful === 'true' || helpful === 'yes' ? true : helpful === 'false' || helpful === 'no' ? false : helpful,
    reasons: all(form, 'reasons').filter((reason) => reason !== ''),
    comment: one(form, 'comment'),
    reader: one(form, 'reader') ?? randomUUID(),
    contentHash: one(form, 'contentHash'),
  };
}

/** Carries along what the next page needs: why the reader voted so, and the steps that were ticked. */
function votedAddress({ serverUrl }: App, vote: Vote, id: string, form: Form): string {
  const question = new URLSearchParams({
    vote: id,
    helpful: String(vote.helpful),
    reader: vote.reader,
    contentHash: vote.contentHash,
    ...(one(form, 'told') === '1' && { told: '1' }),
    ...(vote.version !== undefined && { version: vote.version }),
    ...(vote.audience !== undefined && { audience: vote.audience }),
  });
  for (const reason of vote.reasons) question.append('reasons', reason);
  for (const step of all(form, 'step').filter(isPlace).slice(0, MAX_STEPS)) question.append('step', step);
  return `${new URL(`${serverUrl}/articles/${vote.article}/voted/`).pathname}?${question}`;
}

const MAX_STEPS = 100;

function isPlace(step: string): boolean {
  return /^[1-9]\d{0,2}$/.test(step);
}

const tooManyVotes: RequestError = { field: '', ...refusals.tooManyVotes };

function unknownArticle(slug: string): RequestError {
  return {
    field: 'article',
    problem: `There is no article "${slug.slice(0, 80)}".`,
    fix: 'Send the slug as it stands in the address of the article.',
  };
}
