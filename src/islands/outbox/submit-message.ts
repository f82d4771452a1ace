import type { EscalationAnswer } from '../../schema/escalation.ts';
import { mistakesIn } from '../mistakes-in.ts';
import { randomId } from '../random-id.ts';
import type { Trouble } from '../Refusal.tsx';
import { afterAttempt, isTaken, twinOf, type KeptMessage, type TurnedDown } from './kept-message.ts';
import { markKept } from './mark-kept.ts';
import { postAfterClosing } from './post-after-closing.ts';
import { noteSeen, post, takeBack, type Posting } from './posting.ts';
import { sameWords, typedIn } from './same-words.ts';

/** A message as its form gives it, under the key that the form has. */
export type Written = Pick<KeptMessage, 'key' | 'slug' | 'page' | 'struck'> & {
  address: string;
  body: string;
  /** Key of a message that was turned down, and that this one takes the place of. */
  former?: string | undefined;
};

/** What became of it. `trouble` leaves the form as it is; under another `key` where the one that it had is used up. */
export type Submitted =
  | { kind: 'sent'; key: string; answer: EscalationAnswer }
  | { kind: 'kept'; message: KeptMessage }
  | { kind: 'trouble'; trouble: Trouble; key: string };

/** Nobody else tries in this time: the page that has the message is at it. */
const OWN_TRY_MS = 30_000;

/**
 * Keeps the message and then sends it, so that it is not lost with the page in the middle of that. The same words
 * again, from this tab or another, are the same message. What the server would turn down is neither kept nor sent.
 * Calls `tellKey` with the key under which it goes, before it does.
 */
export async function submitMessage(
  written: Written,
  posting: Posting,
  tellKey?: (key: string) => void,
): Promise<Submitted> {
  const { outbox, alone, nowMs, random, send } = posting;
  const { address, body, former, ...rest } = written;
  const errors = mistakesIn(typedIn(body));
  if (errors.length > 0)
    return { kind: 'trouble', trouble: { kind: 'refused', status: 422, errors }, key: written.key };
  const words = sameWords(body);
  // Two tabs that look at once would each find nothing, and each make a message of its own.
  const { message, isKept } = await alone(`words ${words}`, async () => {
    const others = (await outbox.all()) ?? [];
    const twin = twinOf(words, others);
    if (twin) return { message: twin, isKept: true };
    const state = { kind: 'waiting', address, body, attempts: 0, nextTryAtMs: nowMs() + OWN_TRY_MS } as const;
    const fresh = isTaken(written.key, others) ? randomId() : written.key;
    const first: KeptMessage = { ...rest, key: fresh, writtenAtMs: nowMs(), words, state };
    return { message: first, isKept: await outbox.put(first) };
  });
  const { key } = message;
  tellKey?.(key);
  if (!isKept) {
    const sent = await send(address, JSON.parse(body), { 'idempotency-key': key });
    const submitted = submittedAs(afterAttempt(message, sent, nowMs(), random()));
    return submitted.kind === 'kept' ? notKept(key, sent.kind === 'busy' ? 'busy' : 'unreachable') : submitted;
  }
  markKept(true);
  // Also for a page that is closed in the middle of the first try; the worker waits until that is over.
  void postAfterClosing();
  const after = await post(key, posting);
  // Another page has taken it back in this moment, or the browser does not let us look any more.
  if (!after) return notKept(key);
  const submitted = submittedAs(after);
  if (submitted.kind === 'sent') await noteSeen(key, posting);
  // It stands in the form, where its reader mends it now. One that had come back stays here until it is with us.
  if (submitted.kind === 'trouble' && key !== former) await takeBack(key, posting);
  if (submitted.kind !== 'trouble' && former !== undefined && key !== former) await takeBack(former, posting);
  return submitted;
}

function submittedAs(message: KeptMessage): Submitted {
  const { key, state } = message;
  switch (state.kind) {
    case 'sent':
      return { kind: 'sent', key, answer: state.answer };
    case 'refused':
      return { kind: 'trouble', trouble: troubleOf(state), key: keyAfter(key, state) };
    case 'waiting':
      // A host that has no server of ours will not have one later.
      if (state.met === 'no-server' && state.attempts === 1)
        return { kind: 'trouble', trouble: { kind: state.met }, key };
      return { kind: 'kept', message };
  }
}

export function troubleOf({ status, errors }: TurnedDown): Trouble {
  return { kind: 'refused', status, errors };
}

/** Where the first message is with us, what stands in the form now is another one, and needs a key of its own. */
export function keyAfter(key: string, { errors }: TurnedDown): string {
  return errors.some(({ field }) => field === 'Idempotency-Key') ? randomId() : key;
}

function notKept(key: string, met: 'unreachable' | 'busy' = 'unreachable'): Submitted {
  return { kind: 'trouble', trouble: { kind: met }, key };
}
