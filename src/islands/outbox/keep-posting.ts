import { nextTry, type KeptMessage } from './kept-message.ts';
import { markKept } from './mark-kept.ts';
import { watchOutbox } from './posting-here.ts';
import { postDue, type Posting } from './posting.ts';

const SOONEST_MS = 500;

/**
 * Sends what waits as long as this page is open: at first what is due, or all of it where `isEarly`, then when the
 * connection is back, when the reader comes back to the page, and when the next try is due. `first` is there when the
 * first round is over; `stop` ends it.
 */
export function keepPosting(
  posting: Posting,
  { isEarly }: { isEarly: boolean },
): { first: Promise<void>; stop: () => void } {
  const { outbox, nowMs } = posting;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let signedAtMs: number | undefined;
  let isEnded = false;

  // Kept for good, since each message is tried once after it. Where the clock was set back, no try would ever be after.
  const signed = () => (signedAtMs = signedAtMs === undefined ? undefined : Math.min(signedAtMs, nowMs()));
  const plan = (kept: readonly KeptMessage[] | undefined) => {
    if (kept) markKept(kept.length > 0);
    const dueAtMs = nextTry(kept ?? [], nowMs(), signed());
    clearTimeout(timer);
    if (!isEnded && dueAtMs !== undefined) timer = setTimeout(whenDue, Math.max(dueAtMs - nowMs(), SOONEST_MS));
  };
  const whenDue = () => postDue(posting, signed()).then(plan);
  const whenSigned = () => {
    signedAtMs = nowMs();
    return whenDue();
  };
  const whenOnline = () => void whenSigned();
  const whenSeen = () => document.visibilityState === 'visible' && void whenDue();

  const unwatch = watchOutbox(() => void outbox.all().then(plan));
  addEventListener('online', whenOnline);
  document.addEventListener('visibilitychange', whenSeen);
  return {
    first: isEarly ? whenSigned() : whenDue(),
    stop: () => {
      isEnded = true;
      clearTimeout(timer);
      unwatch();
      removeEventListener('online', whenOnline);
      document.removeEventListener('visibilitychange', whenSeen);
    },
  };
}
