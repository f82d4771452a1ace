import type { Attempt, Delivery, DeliveryOutcome, HelpDesk } from '../help-desks/help-desk.ts';
import { endedAs } from './deliver-due.ts';
import { deliveryOf } from './delivery-of.ts';
import type { Log } from './log.ts';
import type { DueDelivery, Outbox } from './outbox.ts';
import { isStoreUnavailable } from './store.ts';

export type Delivering = {
  store: Outbox;
  /** In which times are written for the team. */
  timeZone: string;
  log: Log;
  now: () => Temporal.Instant;
  /** From 0 to 1, another one each time. */
  chance: () => number;
  pause: (ms: number) => Promise<void>;
};

const NOTING_TRIES = 6;

/** Tries one delivery that this worker has leased, and notes how it ended. */
export async function deliverOne(
  due: DueDelivery,
  desk: HelpDesk,
  leaseToken: string,
  { store, timeZone, log, now, chance, pause }: Delivering,
): Promise<void> {
  const delivery = deliveryOf(due.id, due.escalation, timeZone);
  const { reference } = due.escalation;
  const about = { reference, desk: desk.kind, attempt: due.attempts };
  const { outcome, mayBeThere } = await attempted(due, delivery, desk, now()).catch((error: unknown) => {
    // A mistake of ours must not hold up the others; it is seen in the log, and tried again.
    log('delivery-broke', { ...about, error: error instanceof Error ? error.name : typeof error });
    return { outcome: brokeDown, mayBeThere: true };
  });
  if (outcome.kind === 'delivered') {
    const before = await patiently(() => store.noteDelivered(due.id, outcome.ticket), pause);
    log('delivered', { ...about, ticket: outcome.ticket.id });
    if (before && before.id !== outcome.ticket.id) log('delivered-twice', { ...about, ticket: before.id });
    return;
  }
  const ended = endedAs(outcome, due, desk, { now: now(), chance: chance(), mayBeThere });
  const isNoted = await patiently(() => store.noteEnded(due.id, leaseToken, ended, now()), pause);
  log(ended.state === 'retrying' ? 'delivery-retried' : 'delivery-needs-a-person', {
    ...about,
    code: outcome.code,
    ...(!isNoted && { noted: false }),
  });
}

async function attempted(
  due: DueDelivery,
  delivery: Delivery,
  desk: HelpDesk,
  now: Temporal.Instant,
): Promise<{ outcome: DeliveryOutcome; mayBeThere: boolean }> {
  const attempt: Attempt = { now, progress: due.progress, mayBeThere: due.mayBeThere && desk.find === undefined };
  if (due.mayBeThere && desk.find) {
    const found = await desk.find(delivery, attempt);
    if (found.kind === 'found') return { outcome: { kind: 'delivered', ticket: found.ticket }, mayBeThere: true };
    if (found.kind === 'retry') return { outcome: found, mayBeThere: true };
  }
  const outcome = await desk.deliver(delivery, attempt);
  // Once in doubt, always: an index that was too slow this time may have the ticket the next.
  return { outcome, mayBeThere: due.mayBeThere || (outcome.kind === 'retry' && outcome.mayBeThere) };
}

/** What a desk has taken should be noted also where the disk is full for a moment: mail would be sent twice. */
async function patiently<Result>(note: () => Promise<Result>, pause: Delivering['pause']): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await note();
    } catch (error) {
      if (!isStoreUnavailable(error) || tries === NOTING_TRIES) throw error;
      await pause(1000 * 2 ** (tries - 1));
    }
  }
}

const brokeDown: DeliveryOutcome = {
  kind: 'retry',
  code: 'mistake-of-ours',
  reason: 'Handrail itself failed while it delivered this; the log says where.',
  mayBeThere: true,
};
