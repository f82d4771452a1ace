import { Escalation } from '../../schema/escalation.ts';
import type { RequestError } from '../../schema/request-error.ts';
import { refusals } from '../../strings/en/refusals.ts';
import type { Client } from '../abuse/client.ts';
import type { App } from '../app.ts';
import { canonicalJson } from '../canonical-json.ts';
import { openEscalation } from '../escalations.ts';
import { sha256 } from '../status-token.ts';
import { admission, type Arrival } from './admission.ts';
import { escalationIn, TRAP_FIELD, typedEscalation } from './escalation-form.ts';
import { FROM_ELSEWHERE, isForeign } from './foreign.ts';
import { one } from './form.ts';
import { answered, redirected, refused, requestErrors, type Asked, type Outcome } from './outcome.ts';
import { readBody, type Body } from './read-body.ts';
import { keepWhatWasRead } from '../keep-what-was-read.ts';
import { take, withoutEmpty } from './take.ts';

/** `POST /api/escalations`. A plain form carries its key in the field `key` and goes on to its status page. */
export async function postEscalation(
  request: Request,
  app: App,
  client: Client,
  now: Temporal.Instant,
): Promise<Outcome> {
  const body = await readBody(request);
  if (body.kind === 'refused') {
    const typed = body.form ? typedEscalation(body.form) : {};
    return refused({ request, app, ...(body.isForm && { typed }) }, body.status, [body.error]);
  }
  const asked: Asked = { request, app, ...(body.kind === 'form' && { typed: typedEscalation(body.form) }) };
  if (isForeign(request, app)) return refused(withoutKey(asked), 422, [FROM_ELSEWHERE]);
  const key = body.kind === 'form' ? (one(body.form, 'key') ?? '') : request.headers.get('idempotency-key');
  if (key === null || !(body.kind === 'form' ? /^[ -~]{0,255}$/ : /^[ -~]{1,255}$/).test(key)) {
    return refused(asked, 400, [key === null ? missingKey : unusableKey]);
  }
  const read = Escalation.safeParse(withoutEmpty(body.kind === 'form' ? escalationIn(body.form) : body.value), {
    reportInput: true,
  });
  if (!read.success) return refused(asked, 422, requestErrors(read.error, Escalation));
  const { joins = false, article = '' } = read.data;
  const isJoin = joins && app.isOpenIncident(article);
  const arrival = arrivalOf(request, body, key || keyOf(read.data, now), client, isJoin);
  return take(asked, () => admitted(asked, arrival, read.data, now));
}

async function admitted(
  asked: Asked,
  arrival: Arrival,
  escalation: Escalation,
  now: Temporal.Instant,
): Promise<Outcome> {
  const verdict = await admission(asked.app, arrival, now);
  switch (verdict.kind) {
    case 'accept':
      return opened(asked, arrival, escalation, verdict.quarantined, now);
    case 'prove':
      return refused(asked, 429, [proveIt(asked.app)], verdict);
    case 'refuse':
      return refused(asked, 429, [flooded(asked.app, verdict.retryAfterSeconds)], verdict);
  }
}

async function opened(
  asked: Asked,
  { key, sender }: Arrival,
  escalation: Escalation,
  quarantined: readonly string[] | undefined,
  now: Temporal.Instant,
): Promise<Outcome> {
  const { app } = asked;
  const result = await openEscalation(app, key, escalation, now, { ...(quarantined && { quarantined }) });
  if (result.kind === 'mismatch') {
    app.log('escalation-mismatch');
    return refused(withoutKey(asked), 422, [asked.typed ? sentBefore : usedKey]);
  }
  const { answer } = result;
  const { reference, channel } = answer;
  const promise = 'promisedBy' in answer ? { promisedBy: answer.promisedBy } : { joins: true };
  app.log(`escalation-${result.kind}`, { reference, channel, ...promise });
  if (result.kind === 'opened') await keepWhatWasRead(app, escalation, now);
  if (quarantined && result.kind === 'opened') {
    app.log('escalation-quarantined', { reference, reasons: quarantined.join(' ') });
  }
  // Whoever is set aside is told the same as everybody: by when a person answers.
  if (sender === 'form') return redirected(asked, new URL(answer.statusUrl).pathname);
  return answered(asked, result.kind === 'opened' ? 201 : 200, answer);
}

function arrivalOf(
  request: Request,
  body: Exclude<Body, { kind: 'refused' }>,
  key: string,
  client: Client,
  isJoin: boolean,
): Arrival {
  if (body.kind === 'json') return { client, key, isJoin, sender: 'program', proof: request.headers.get('altcha') };
  const slug = one(body.form, 'article') ?? '';
  return { client, key, isJoin, sender: 'form', slug, isTrapFilled: one(body.form, TRAP_FIELD) !== undefined };
}

/** The form that comes back has no key, so that its page makes a new one and the next try goes through. */
function withoutKey(asked: Asked): Asked {
  const { key: _usedUp, ...typed } = asked.typed ?? {};
  return { ...asked, ...(asked.typed && { typed }) };
}

/** A form that came without a key: the same words on the same day are the same request, as from a double click. */
function keyOf(escalation: Escalation, now: Temporal.Instant): string {
  return `form-${sha256(now.toString().slice(0, 10) + canonicalJson(escalation))}`;
}

function proveIt({ contact }: App): RequestError {
  return {
    field: '',
    problem: 'We are getting very many requests at once, so we first make sure that this one comes from a person.',
    fix: `Solve the challenge and send this again, with the solution in the header altcha. Or call ${contact.phone}, or write to ${contact.email}.`,
  };
}

function flooded({ contact }: App, retryAfterSeconds: number): RequestError {
  return { field: '', ...refusals.tooManyRequests(contact, Math.ceil(retryAfterSeconds / 60)) };
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

const sentBefore: RequestError = { field: '', ...refusals.sentBefore };
