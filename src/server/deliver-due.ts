import type { DeliveryOutcome, HelpDesk } from '../help-desks/help-desk.ts';
import type { DueDelivery, Ended } from './outbox.ts';

const FIRST_DELAY_MS = 10_000;
const LONGEST_DELAY_MS = 3_600_000;
const LONGEST_RETRY_AFTER_MS = 86_400_000;
/** More than the 96 hours that are promised: a desk that died on a Friday has until the next one. */
const TRIED_FOR_MS = 7 * 86_400_000;
/** So many tries take days, however the clock jumps. */
const FEWEST_TRIES = 100;

type NotDelivered = Exclude<DeliveryOutcome, { kind: 'delivered' }>;

/**
 * What to keep of an attempt that ended without a ticket. `chance` is from 0 to 1 and spreads the tries of many.
 * `mayBeThere`: whether an attempt, this one or an earlier one, may have reached the desk all the same.
 */
export function endedAs(
  outcome: NotDelivered,
  due: DueDelivery,
  desk: Pick<HelpDesk, 'indexLagMs'>,
  { now, chance, mayBeThere }: { now: Temporal.Instant; chance: number; mayBeThere: boolean },
): Ended {
  const { reason } = outcome;
  const progress = (outcome.kind === 'retry' ? outcome.progress : undefined) ?? due.progress;
  if (outcome.kind === 'rejected') {
    return { state: 'needs-a-person', reason, mayBeThere, progress, alert: true };
  }
  const triedForMs = now.since(due.firstTriedAt).total('milliseconds');
  if (triedForMs >= TRIED_FOR_MS && due.attempts >= FEWEST_TRIES) {
    const all = `Tried ${due.attempts} times since ${due.firstTriedAt.toString()}. ${reason}`;
    return { state: 'needs-a-person', reason: all, mayBeThere, progress, alert: true };
  }
  const nextAt = now.add({ milliseconds: Math.round(delayMs(outcome, due, desk, chance, mayBeThere)) });
  // The team should know before the customer does that the promise may not be kept.
  const isLate = due.escalation.state === 'waiting' && Temporal.Instant.compare(nextAt, due.escalation.promisedBy) > 0;
  return { state: 'retrying', nextAt, reason, mayBeThere, progress, alert: isLate && !due.hasAlerted };
}

/** Doubled with each attempt up to an hour, half of it left to chance; never before the desk asks, or can be asked. */
function delayMs(
  { afterMs = 0 }: { afterMs?: number },
  { attempts }: DueDelivery,
  { indexLagMs = 0 }: Pick<HelpDesk, 'indexLagMs'>,
  chance: number,
  mayBeThere: boolean,
): number {
  const backoffMs = Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_DELAY_MS);
  return Math.max(
    backoffMs * (0.5 + chance / 2),
    Math.min(afterMs, LONGEST_RETRY_AFTER_MS),
    mayBeThere ? indexLagMs : 0,
  );
}
