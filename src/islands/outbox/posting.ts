import type { EscalationAnswer } from '../../schema/escalation.ts';
import type { Sent } from '../send.ts';
import { afterAttempt, asSeen, isDue, isOver, type KeptMessage } from './kept-message.ts';
import type { Outbox } from './outbox.ts';

/** What posting needs of the browser; the same in a page and in the service worker. */
export type Posting = {
  outbox: Outbox;
  send: (address: string, body: unknown, headers: Record<string, string>) => Promise<Sent<EscalationAnswer>>;
  /** Does `work` while nobody else in this browser does work of the same name. */
  alone: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
  /** Tells the other pages and this one that something has changed. */
  announce: () => void;
  nowMs: () => number;
  /** From 0 to 1. */
  random: () => number;
};

/**
 * Sends the message if it still waits and is still `isWanted`, and returns what it has become; undefined where it was
 * taken back. Two pages that send at once take turns, and the second finds it sent, or tried.
 */
export function post(
  key: string,
  posting: Posting,
  isWanted: (message: KeptMessage) => boolean = () => true,
): Promise<KeptMessage | undefined> {
  const { outbox, send, alone, announce, nowMs, random } = posting;
  return alone(key, async () => {
    const message = await outbox.get(key);
    if (message?.state.kind !== 'waiting' || !isWanted(message)) return message;
    const { address, body } = message.state;
    const sent = await send(address, JSON.parse(body), { 'idempotency-key': key });
    const after = afterAttempt(message, sent, nowMs(), random());
    await outbox.put(after);
    announce();
    return after;
  });
}

/**
 * Sends all that is due, also what was to wait for longer than to a sign at `signedAtMs` that it may go, and drops what
 * need not be kept any more. Returns what is kept after that; undefined where the browser does not let us look.
 */
export async function postDue(posting: Posting, signedAtMs?: number): Promise<KeptMessage[] | undefined> {
  const { outbox, nowMs } = posting;
  const isWanted = (message: KeptMessage) => isDue(message, nowMs(), signedAtMs);
  const tried = new Map<string, KeptMessage | undefined>();
  for (const { key } of ((await outbox.all()) ?? []).filter(isWanted))
    tried.set(key, await post(key, posting, isWanted));
  const kept = await outbox.all();
  const over = kept?.filter((message) => isOver(message, nowMs())) ?? [];
  for (const { key } of over) await outbox.drop(key);
  // A try counts where the browser had no room to note it, too.
  return kept?.filter((message) => !over.includes(message)).map((message) => tried.get(message.key) ?? message);
}

/** Takes the message back unless it went out meanwhile: returns what it was, so a sent one is told from a waiting one. */
export function takeBack(key: string, { outbox, alone, announce }: Posting): Promise<KeptMessage | undefined> {
  return alone(key, async () => {
    const message = await outbox.get(key);
    if (message && message.state.kind !== 'sent') {
      await outbox.drop(key);
      announce();
    }
    return message;
  });
}

/** Notes that its reader knows that the message was sent. */
export function noteSeen(key: string, { outbox, alone, announce }: Posting): Promise<void> {
  return alone(key, async () => {
    const message = await outbox.get(key);
    if (message?.state.kind !== 'sent' || message.state.isSeen) return;
    await outbox.put(asSeen(message));
    announce();
  });
}
