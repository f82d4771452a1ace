import type { Attempt, Delivery, DeliveryOutcome, Found, HelpDesk } from '../help-desks/help-desk.ts';
import { isByCustomer } from '../schema/escalation-event.ts';
import type { StoredEvent } from './conversation.ts';
import { endedAs } from './deliver-due.ts';
import { deliveryOf } from './delivery-of.ts';
import { followUpOf, inNewTicket } from './follow-up-of.ts';
import type { Log } from './log.ts';
import type { DueDelivery, Outbox } from './outbox.ts';
import { patiently } from './patiently.ts';

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

/** Tries one delivery that this worker has leased, and notes how it ended. */
export async function deliverOne(
  due: DueDelivery,
  desk: HelpDesk,
  leaseToken: string,
  { store, timeZone, log, now, chance, pause }: Delivering,
): Promise<void> {
  const { reference } = due.escalation;
  const about = { reference, desk: desk.kind, attempt: due.attempts, ...(due.event && { what: due.event.act.kind }) };
  const trying = due.event
    ? followedUp(due, due.event, desk, timeZone, now())
    : attempted(due, deliveryOf(due.id, due.escalation, timeZone), desk, now());
  const { outcome, mayBeThere } = await trying.catch((error: unknown) => {
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

type Tried = { outcome: DeliveryOutcome; mayBeThere: boolean };

/** Adds to the ticket that the desk has; where it has none, or none that takes it, makes one that names the old one. */
async function followedUp(
  due: DueDelivery,
  event: StoredEvent,
  desk: HelpDesk,
  timeZone: string,
  now: Temporal.Instant,
): Promise<Tried> {
  const { id, escalation, tickets = [], takenOverAs, progress, mayBeThere } = due;
  const { act } = event;
  if (!isByCustomer(act)) throw new Error(`No help desk is told of "${act.kind}".`);
  const followUp = followUpOf(id, escalation, { ...event, act }, timeZone);
  const alone = inNewTicket(followUp, tickets.at(-1) ?? (takenOverAs === undefined ? undefined : { id: takenOverAs }));
  // An earlier try may have known fewer tickets, and made one, or found another one fit: all are looked through first.
  const before = await lookedFor(due, (attempt) => desk.find?.(alone, attempt), now);
  if (before) return before;
  for (const ticket of tickets) {
    const there = await lookedFor(due, (attempt) => desk.findIn?.(followUp, ticket, attempt), now);
    if (there) return there;
  }
  if (desk.add) {
    for (const ticket of tickets) {
      const outcome = await desk.add(followUp, ticket, { now, progress, mayBeThere });
      if (outcome.kind !== 'gone') return { outcome, mayBeThere: inDoubt(due, outcome) };
    }
  }
  return delivered(due, alone, desk, now);
}

async function attempted(due: DueDelivery, delivery: Delivery, desk: HelpDesk, now: Temporal.Instant): Promise<Tried> {
  const before = await lookedFor(due, (attempt) => desk.find?.(delivery, attempt), now);
  return before ?? delivered(due, delivery, desk, now);
}

async function delivered(due: DueDelivery, delivery: Delivery, desk: HelpDesk, now: Temporal.Instant): Promise<Tried> {
  const attempt: Attempt = { now, progress: due.progress, mayBeThere: due.mayBeThere && desk.find === undefined };
  const outcome = await desk.deliver(delivery, attempt);
  return { outcome, mayBeThere: inDoubt(due, outcome) };
}

/** What an earlier try made, or that it could not be looked for; undefined where there is nothing, or no doubt. */
async function lookedFor(
  due: DueDelivery,
  look: (attempt: Attempt) => Promise<Found> | undefined,
  now: Temporal.Instant,
): Promise<Tried | undefined> {
  if (!due.mayBeThere) return undefined;
  const found = await look({ now, progress: due.progress, mayBeThere: false });
  switch (found?.kind) {
    case 'found':
      return { outcome: { kind: 'delivered', ticket: found.ticket }, mayBeThere: true };
    case 'retry':
      return { outcome: found, mayBeThere: true };
    default:
      return undefined;
  }
}

/** Once in doubt, always: an index that was too slow this time may have the ticket the next. */
function inDoubt(due: DueDelivery, outcome: DeliveryOutcome): boolean {
  return due.mayBeThere || (outcome.kind === 'retry' && outcome.mayBeThere);
}

const brokeDown: DeliveryOutcome = {
  kind: 'retry',
  code: 'mistake-of-ours',
  reason: 'Handrail itself failed while it delivered this; the log says where.',
  mayBeThere: true,
};
