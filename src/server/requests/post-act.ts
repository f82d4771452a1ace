import { confirmAddress } from '../../letters/confirm-address.ts';
import { CustomerAct } from '../../schema/escalation-event.ts';
import { refusals } from '../../strings/en/refusals.ts';
import type { Client } from '../abuse/client.ts';
import type { App } from '../app.ts';
import { canonicalJson } from '../canonical-json.ts';
import { continueEscalation } from '../continue-escalation.ts';
import { idByToken } from '../escalations.ts';
import type { Store } from '../store.ts';
import { sha256 } from '../status-token.ts';
import { FROM_ELSEWHERE, isForeign } from './foreign.ts';
import { one, typedIn, type Form } from './form.ts';
import { redirected, refused, requestErrors, type Asked, type Outcome } from './outcome.ts';
import { overBudget } from './over-budget.ts';
import { readBody } from './read-body.ts';
import { take } from './take.ts';

const FIELDS = ['kind', 'text', 'key', 'from'] as const;

/**
 * `POST /requests/<token>/`, a plain form: what the customer does with a request of theirs. Goes on to the page itself.
 * Undefined where there is no request at this address.
 */
export async function postAct(
  request: Request,
  app: App,
  client: Client,
  token: string,
  now: Temporal.Instant,
): Promise<Outcome | undefined> {
  const body = await readBody(request);
  if (body.kind === 'refused') {
    const typed = body.form ? typedIn(body.form, FIELDS) : {};
    return refused({ request, app, typed }, body.status, [body.error]);
  }
  if (body.kind !== 'form') {
    return refused({ request, app }, 415, [{ field: '', problem: 'This is not a form.', fix: 'Send it as a form.' }]);
  }
  const asked: Asked = { request, app, typed: typedIn(body.form, FIELDS) };
  if (isForeign(request, app)) return refused(asked, 422, [FROM_ELSEWHERE]);
  const read = CustomerAct.safeParse({ kind: one(body.form, 'kind'), text: one(body.form, 'text') ?? '' });
  if (!read.success) return refused(asked, 422, requestErrors(read.error, CustomerAct));
  let isGone = false;
  const outcome = await take(asked, async () => {
    const id = await idByToken(app.store, token);
    const doing = { act: read.data, idempotencyKey: keyIn(body.form, token, read.data, now) };
    const isSaid = id !== undefined && (await isSaidAlready(app.store, id, read.data));
    const retryAfterSeconds = id === undefined || isSaid ? undefined : await overBudget(app, 'messages', client, now);
    if (retryAfterSeconds !== undefined)
      return refused(asked, 429, [{ field: '', ...refusals.tooManyMessages(app.contact) }], { retryAfterSeconds });
    const { kind } =
      id === undefined
        ? { kind: 'gone' }
        : isSaid
          ? { kind: 'replayed' }
          : await continueEscalation(app, id, doing, now);
    isGone = kind === 'gone';
    // Only a storm of messages at the same instant gets here; the store was too busy, and the text is still there.
    if (kind === 'changed-meanwhile')
      return refused(asked, 503, [{ field: '', ...refusals.tooMuchAtOnce(app.contact) }]);
    app.log('escalation-continued', { act: read.data.kind, outcome: kind });
    if (id !== undefined) await noteWhoseMail(app, id, one(body.form, 'from'), now);
    return redirected(asked, `${new URL(request.url).pathname}#now`);
  });
  return isGone ? undefined : outcome;
}

/** Whoever came by a link in our letter, and writes, reads the mail of that address. Looking alone tells nothing. */
async function noteWhoseMail(app: App, id: string, code: string | undefined, now: Temporal.Instant): Promise<void> {
  const stored = code === undefined ? undefined : await app.store.escalationById(id);
  if (code !== undefined && stored) await confirmAddress(app, stored, code, now);
}

/** After Back the page comes anew, with another key; the same words again, and nothing in between, are the same. */
async function isSaidAlready(store: Store, id: string, act: CustomerAct): Promise<boolean> {
  const last = (await store.eventsOf(id)).at(-1);
  return last !== undefined && canonicalJson(last.act) === canonicalJson(act);
}

/**
 * Keys of different requests never meet, nor do other words under one key: whoever changes their text after a try whose
 * answer was lost says something new. A form without a key: the same words on the same day are sent once.
 */
function keyIn(form: Form, token: string, act: CustomerAct, now: Temporal.Instant): string {
  const key = one(form, 'key') ?? now.toString().slice(0, 10);
  return sha256(`${token} ${key}${canonicalJson(act)}`);
}
