import type { EscalationAnswer } from '../../schema/escalation.ts';
import type { RequestError } from '../../schema/request-error.ts';
import type { PacketPart } from '../packet.ts';
import type { Sent } from '../send.ts';

/** A message to a person, as this browser keeps it until its reader knows what became of it. */
export type KeptMessage = {
  /** Its Idempotency-Key: however often and from wherever it is sent, it is one request. */
  key: string;
  /** Slug of the article whose form it was written in; empty for the form on a page of its own. */
  slug: string;
  /** Address of the page on which it was written, within the site. */
  page: string;
  writtenAtMs: number;
  /** From `sameWords`: tells whether another message says the same, and not what it says. */
  words: string;
  /** Parts that its reader had struck out, for a form that is filled in again. */
  struck: readonly PacketPart['part'][];
  state: Waiting | Delivered | TurnedDown;
};

/** To be sent. `body` is JSON, frozen as it was written: the server knows a message by its key and its words. */
export type Waiting = {
  kind: 'waiting';
  address: string;
  body: string;
  attempts: number;
  /** What the last try met; `no-server` is a page of somebody else in the place of an answer. */
  met?: 'unreachable' | 'busy' | 'no-server';
  triedAtMs?: number;
  nextTryAtMs: number;
  /** Until when the server asked to be left alone: no sign that it may go counts before that. */
  askedToWaitUntilMs?: number;
};

/** What was written is with us now, so only the answer stays. */
export type Delivered = { kind: 'sent'; answer: EscalationAnswer; sentAtMs: number; isSeen: boolean };

/** It cannot be taken as it stands, so its reader has to look at it again. */
export type TurnedDown = { kind: 'refused'; body: string; status: number; errors: readonly RequestError[] };

const FIRST_WAIT_MS = 4_000;
/** A sign that it may go now comes to every page and to the worker: who has just been told no does not ask again. */
const LEAST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** What was seen to be sent is kept for a while, in case the same is written in another tab. */
const SEEN_FOR_MS = 60 * 60_000;
const UNSEEN_FOR_MS = 30 * 24 * 60 * 60_000;
/** Statuses that say "later" and not "never": the same key is under way, or the server was not ready. */
const LATER = [408, 409, 425];

/** The message after it was sent and `sent` came of it. `random`, from 0 to 1, parts browsers that failed together. */
export function afterAttempt(
  message: KeptMessage,
  sent: Sent<EscalationAnswer>,
  nowMs: number,
  random: number,
): KeptMessage {
  const { state } = message;
  if (state.kind !== 'waiting') return message;
  if (sent.kind === 'sent') {
    return { ...message, state: { kind: 'sent', answer: sent.answer, sentAtMs: nowMs, isSeen: false } };
  }
  if (sent.kind === 'refused' && !LATER.includes(sent.status)) {
    const { status, errors } = sent;
    return { ...message, state: { kind: 'refused', body: state.body, status, errors } };
  }
  // A page in the place of an answer may be that of a hotel's network, which asks for a password first.
  const met = sent.kind === 'refused' ? 'unreachable' : sent.kind;
  const attempts = state.attempts + 1;
  const askedMs = 'waitMs' in sent ? (sent.waitMs ?? 0) : 0;
  // Not all at the same moment, of those who were told the same.
  const nextTryAtMs = nowMs + Math.max(askedMs + (askedMs * random) / 10, waitMs(attempts, random));
  const { askedToWaitUntilMs: _before, ...rest } = state;
  return {
    ...message,
    state: {
      ...rest,
      attempts,
      met,
      triedAtMs: nowMs,
      nextTryAtMs,
      ...(askedMs > 0 && { askedToWaitUntilMs: nowMs + askedMs }),
    },
  };
}

/**
 * When to try the message: in its turn, or earlier where there was a sign at `signedAtMs` that it may go. A sign counts
 * until the message was tried after it, and one that comes right after a try is heeded as soon as it may be, since its
 * turn may be minutes away. Undefined where it does not wait.
 */
export function dueAt(
  { state, writtenAtMs }: KeptMessage,
  nowMs: number,
  signedAtMs: number | undefined,
): number | undefined {
  if (state.kind !== 'waiting') return undefined;
  const { nextTryAtMs, triedAtMs, askedToWaitUntilMs = -Infinity } = state;
  if (signedAtMs === undefined) return nextTryAtMs;
  // A clock that was set back since then says nothing of how long the server has been left alone.
  if ((triedAtMs ?? writtenAtMs) > nowMs) return Math.min(nextTryAtMs, signedAtMs);
  if ((triedAtMs ?? writtenAtMs) > signedAtMs) return nextTryAtMs;
  const mayGoAtMs = triedAtMs === undefined ? signedAtMs : Math.max(triedAtMs + LEAST_WAIT_MS, askedToWaitUntilMs);
  return Math.min(nextTryAtMs, mayGoAtMs);
}

/** Whether to try the message now. */
export function isDue(message: KeptMessage, nowMs: number, signedAtMs?: number): boolean {
  return (dueAt(message, nowMs, signedAtMs) ?? Infinity) <= nowMs;
}

/** When the next of `messages` is due, or undefined where none waits. */
export function nextTry(messages: readonly KeptMessage[], nowMs: number, signedAtMs?: number): number | undefined {
  const times = messages.flatMap((message) => dueAt(message, nowMs, signedAtMs) ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Whether the message need not be kept any longer. What is not with us yet is kept until its reader takes it back. */
export function isOver({ state }: KeptMessage, nowMs: number): boolean {
  return state.kind === 'sent' && nowMs - state.sentAtMs > (state.isSeen ? SEEN_FOR_MS : UNSEEN_FOR_MS);
}

/** Whether its reader has yet to be told what became of it. */
export function isNews({ state }: KeptMessage): boolean {
  return state.kind !== 'sent' || !state.isSeen;
}

export function asSeen(message: KeptMessage): KeptMessage {
  return message.state.kind === 'sent' ? { ...message, state: { ...message.state, isSeen: true } } : message;
}

/** A message that says the same and is on its way or with us already: sending its words again would make two of one. */
export function twinOf(words: string, messages: readonly KeptMessage[]): KeptMessage | undefined {
  return messages.find((message) => message.words === words && message.state.kind !== 'refused');
}

/** Whether `key` already stands for another message, as in a tab that was duplicated. */
export function isTaken(key: string, messages: readonly KeptMessage[]): boolean {
  return messages.some((message) => message.key === key && message.state.kind !== 'refused');
}

/** What a form has to show of what was written in it: the latest message whose end its reader has not seen. */
export function newsFor(slug: string, messages: readonly KeptMessage[]): KeptMessage | undefined {
  return messages
    .filter((message) => message.slug === slug && isNews(message))
    .sort((a, b) => b.writtenAtMs - a.writtenAtMs)[0];
}

/** 4 s, 8 s, 16 s … to 10 minutes, each shortened by up to a half. */
function waitMs(attempts: number, random: number): number {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  return longest * (1 - random / 2);
}
