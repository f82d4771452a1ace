import type { Log } from '../server/log.ts';
import { whatBroke } from '../server/what-broke.ts';

/** The process as far as it takes to end it. */
type Ending = {
  readonly ppid: number;
  on: (signal: 'SIGTERM' | 'SIGINT', stop: () => void) => unknown;
  exit: (status: number) => void;
};

/** What is to be finished, and what is closed after that, each within `withinMs`. */
export type Stop = {
  finish: () => Promise<unknown>;
  close: () => Promise<unknown>;
  withinMs?: number;
  /** Under npm there is a shell in between, which ends at SIGTERM and passes nothing on. */
  isRunByNpm?: boolean;
};

/** Longer than a help desk is waited for, and well within the 90 s after which systemd kills. */
const STOP_WITHIN_MS = 20_000;

const LOOK_FOR_PARENT_MS = 500;

/** `npm` passes on a Ctrl-C that the terminal has sent to everybody already, so the same one may come twice. */
const SAME_SIGNAL_MS = 1_000;

/**
 * At SIGTERM or Ctrl-C finishes what is under way, closes, and ends the process with status 0. A second signal ends it
 * at once: what was acknowledged is on the disk in any case.
 */
export function stopOnSignal(
  { finish, close, withinMs = STOP_WITHIN_MS, isRunByNpm = false }: Stop,
  log: Log,
  now: () => Temporal.Instant,
  ending: Ending = process,
): void {
  let stoppingSince: Temporal.Instant | undefined;
  const stop = async () => {
    log('stopping');
    const isFinished = await inTime(finish(), withinMs);
    const isClosed = await inTime(close(), withinMs);
    log(isFinished && isClosed ? 'stopped' : 'stopped-late');
    ending.exit(0);
  };
  const onSignal = () => {
    if (stoppingSince === undefined) {
      stoppingSince = now();
      stop().catch((error: unknown) => {
        log('stop-failed', whatBroke(error));
        ending.exit(1);
      });
    } else if (now().since(stoppingSince).total('milliseconds') >= SAME_SIGNAL_MS) {
      ending.exit(1);
    }
  };
  ending.on('SIGTERM', onSignal);
  ending.on('SIGINT', onSignal);
  if (isRunByNpm) whenOrphaned(ending, onSignal);
}

/** The shell that npm started is gone, and with it whoever asked for this process. */
function whenOrphaned(ending: Ending, stop: () => void): void {
  const parent = ending.ppid;
  const timer = setInterval(() => {
    if (ending.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, LOOK_FOR_PARENT_MS);
  timer.unref();
}

async function inTime(work: Promise<unknown>, withinMs: number): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), withinMs);
  try {
    return await Promise.race([work.then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
