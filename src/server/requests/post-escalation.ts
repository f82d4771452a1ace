import { Escalation } from '../../schema/escalation.ts';
import type { RequestError } from '../../schema/request-error.ts';
import type { App } from '../app.ts';
import { canonicalJson } from '../canonical-json.ts';
import { openEscalation } from '../escalations.ts';
import { sha256 } from '../status-token.ts';
import { escalationIn, typedEscalation } from './escalation-form.ts';
import { one } from './form.ts';
import { answered, redirected, refused, requestErrors, type Asked, type Outcome } from './outcome.ts';
import { readBody, type Body } from './read-body.ts';
import { take, withoutEmpty } from './take.ts';

/** `POST /api/escalations`. A plain form carries its key in the field `key` and goes on to its status page. */
export async function postEscalation(request: Request, app: App, now: Temporal.Instant): Promise<Outcome> {
  const body = await readBody(request);
  if (body.kind === 'refused') {
    return refused({ request, app, ...(body.isForm && { typed: {} }) }, body.status, [body.error]);
  }
  const asked: Asked = { request, app, ...(body.kind === 'form' && { typed: typedEscalation(body.form) }) };
  const key = body.kind === 'form' ? (one(body.form, 'key') ?? '') : request.headers.get('idempotency-key');
  if (key === null || !(body.kind === 'form' ? /^[ -~]{0,255}$/ : /^[ -~]{1,255}$/).test(key)) {
    return refused(asked, 400, [key === null ? missingKey : unusableKey]);
  }
  const read = Escalation.safeParse(withoutEmpty(body.kind === 'form' ? escalationIn(body.form) : body.value), {
    reportInput: true,
  });
  if (!read.success) return refused(asked, 422, requestErrors(read.error, Escalation));
  return take(asked, () => opened(asked, body, key || keyOf(read.data, now), read.data, now));
}

async function opened(
  asked: Asked,
  body: Body,
  key: string,
  escalation: Escalation,
  now: Temporal.Instant,
): Promise<Outcome> {
  const { app } = asked;
  const result = await openEscalation(app, key, escalation, now);
  if (result.kind === 'mismatch') {
    app.log('escalation-mismatch');
    // The form that comes back has no key, so that its page makes a new one and the next try goes through.
    const { key: _usedUp, ...typed } = asked.typed ?? {};
    return refused({ ...asked, ...(asked.typed && { typed }) }, 422, [asked.typed ? sentBefore : usedKey]);
  }
  const { answer } = result;
  const { reference, channel, promisedBy } = answer;
  app.log(`escalation-${result.kind}`, { reference, channel, promisedBy });
  if (body.kind === 'form') return redirected(asked, new URL(answer.statusUrl).pathname);
  return answered(asked, result.kind === 'opened' ? 201 : 200, answer);
}

/** A form that came without a key: the same words on the same day are the same request, as from a double click. */
function keyOf(escalation: Escalation, now: Temporal.Instant): string {
  return `form-${sha256(now.toString().slice(0, 10) + canonicalJson(escalation))}`;
}

const missingKey: RequestError = {
  field: 'Idempotency-Key',
  problem: 'The header Idempotency-Key is missing.',
  fix: 'Send a new random UUID in it for each escalation, and the same one again when you repeat it.',
};

const unusableKey: RequestError = {
  field: 'Idempotency-Key',
  problem: 'The header Idempotency-Key is empty, too long, or has characters in it that cannot be used.',
  fix: 'Use 1 to 255 letters, digits and signs of ASCII, such as a random UUID.',
};

const usedKey: RequestError = {
  field: 'Idempotency-Key',
  problem: 'This Idempotency-Key was used before, with another body.',
  fix: 'Use a new key for a new escalation, or send the same body again.',
};

const sentBefore: RequestError = {
  field: '',
  problem: 'We have your first message from this page. What stands here now says something else.',
  fix: 'Send it once more to have it taken as a second request, or leave this page if the first one said it all.',
};
