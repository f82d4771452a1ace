import type { AddOutcome, Failure, Found, Retry } from '../help-desk.ts';
import type { Answer } from './http-client.ts';
import { retryAfterMs } from './retry-after.ts';

/** Statuses that say "later", besides all of 5xx: request timeout, too early, too many requests. */
const LATER = new Set([408, 425, 429]);
const GONE = new Set([404, 410]);
const EXCERPT_LENGTH = 300;

type Delivered = { kind: 'delivered' };

/**
 * What an answer that is no success means for a delivery. Redirects are refused: whoever answers one is not the desk
 * that was set up. `later` names further statuses after which this desk wants to be asked again.
 */
export function failureOf(
  answer: Answer,
  desk: string,
  now: Temporal.Instant,
  later: readonly number[] = [],
): Retry | (Failure & { kind: 'rejected' }) {
  switch (answer.kind) {
    case 'refused':
      return { kind: 'rejected', code: answer.code, reason: answer.reason };
    case 'no-answer':
      return { kind: 'retry', code: answer.code, reason: answer.reason, mayBeThere: answer.mayHaveArrived };
    case 'answer': {
      const { status } = answer;
      const failure = { code: `http-${status}`, reason: `${desk} answered ${status}${excerpt(answer.text)}` };
      // A success that could not be read to its end: the ticket is there, but nobody told us which.
      if (status >= 200 && status < 300) return { kind: 'retry', ...failure, mayBeThere: true };
      if (status < 500 && !LATER.has(status) && !later.includes(status)) return { kind: 'rejected', ...failure };
      const afterMs = retryAfterMs(answer.headers['retry-after'], now);
      return { kind: 'retry', ...failure, mayBeThere: status >= 500, ...(afterMs !== undefined && { afterMs }) };
    }
  }
}

/** What an answer to a question that changes nothing means for what was to be added: nothing can be there by it. */
export function notRead(answer: Answer, desk: string, now: Temporal.Instant): Exclude<AddOutcome, Delivered> {
  const failure = notAdded(answer, desk, now);
  return failure.kind === 'retry' ? { ...failure, mayBeThere: false } : failure;
}

/** What it means that we looked for something and could not see: it may be there, so nothing may be made anew. */
export function notSeen(answer: Answer, desk: string, now: Temporal.Instant): Found {
  const failure = notAdded(answer, desk, now);
  if (failure.kind === 'gone') return { kind: 'not-there' };
  return { ...failure, kind: 'retry', mayBeThere: true };
}

/** Like `failureOf`, for what was to be added to a ticket: one that is not there is no reason to trouble a person. */
export function notAdded(
  answer: Answer,
  desk: string,
  now: Temporal.Instant,
  later: readonly number[] = [],
): Exclude<AddOutcome, Delivered> {
  return answer.kind === 'answer' && GONE.has(answer.status)
    ? { kind: 'gone', reason: `${desk} has no such ticket.` }
    : failureOf(answer, desk, now, later);
}

/** The answer as JSON, or undefined where it is no success, is not whole or is not JSON. */
export function jsonIn(answer: Answer): unknown {
  if (answer.kind !== 'answer' || answer.status < 200 || answer.status >= 300 || !answer.isWhole) return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    return undefined;
  }
}

/** Desks often say which field they did not like. */
function excerpt(text: string): string {
  const readable = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (readable === '') return '.';
  return `: ${readable.length > EXCERPT_LENGTH ? `${readable.slice(0, EXCERPT_LENGTH).toWellFormed()}…` : readable}`;
}
