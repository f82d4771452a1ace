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

  const plan = (kept: readonly KeptMessage[] | undefined) => {
    if (kept) markKept(kept.length > 0);
    const dueAtMs = nextTry(kept ?? [], signedAtMs);
    clearTimeout(timer);
    if (!isEnded && dueAtMs !== undefined) timer = setTimeout(whenDue, Math.max(dueAtMs - nowMs(), SOONEST_MS));
  };
  const whenDue = () => {
    const isEarly = signedAtMs !== undefined;
    signedAtMs = undefined;
    void postDue(posting, { isEarly }).then(plan);
  };
  const whenSigned = () => {
    signedAtMs = nowMs();
    return postDue(posting, { isEarly: true }).then(plan);
  };
  const whenOnline = () => void whenSigned();
  const whenSeen = () => document.visibilityState === 'visible' && whenDue();

  const unwatch = watchOutbox(() => void outbox.all().then(plan));
  addEventListener('online', whenOnline);
  document.addEventListener('visibilitychange', whenSeen);
  return {
    first: isEarly ? whenSigned() : postDue(posting, { isEarly }).then(plan),
    stop: () => {
      isEnded = true;
      clearTimeout(timer);
      unwatch();
      removeEventListener('online', whenOnline);
      document.removeEventListener('visibilitychange', whenSeen);
    },
  };
}
