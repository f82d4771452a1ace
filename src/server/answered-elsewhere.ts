import type { HelpDesk, Ticket } from '../help-desks/help-desk.ts';
import { continueEscalation, type Continuing } from './continue-escalation.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox.ts';
import type { StoredEscalation } from './stored-escalation.ts';

export type Asking = Omit<Continuing, 'store' | 'writesToCustomers'> & {
  store: Continuing['store'] & Pick<Outbox, 'escalationByReference'>;
  desks: readonly HelpDesk[];
  log: Log;
};

/**
 * Asks the help desks that have a ticket of this escalation whether somebody has answered there since the promise was
 * made. Where one says so, that is kept, with the time at which it happened, and there is nothing to remind of.
 */
export async function answeredElsewhere(
  { store, support, desks, log }: Asking,
  escalation: StoredEscalation,
  now: Temporal.Instant,
): Promise<boolean> {
  const { id, reference, revision, promiseMadeAt } = escalation;
  const { deliveries = [] } = (await store.escalationByReference(reference)) ?? {};
  for (const desk of desks) {
    const tickets = deliveries.flatMap(({ desk: kind, ticket }) => (kind === desk.kind && ticket ? [ticket] : []));
    const at = await firstAnswer(desk, tickets, promiseMadeAt, now);
    if (!at) continue;
    const act = { kind: 'answer', by: 'elsewhere', text: '' } as const;
    const doing = { act, doneAt: at, seen: revision, idempotencyKey: `elsewhere ${id} ${promiseMadeAt.toString()}` };
    const { kind } = await continueEscalation({ store, support, writesToCustomers: false }, id, doing, now);
    log('answered-elsewhere', { reference, desk: desk.kind, outcome: kind });
    // Whatever came in between, the next round sees how it stands then.
    return true;
  }
  return false;
}

async function firstAnswer(
  desk: HelpDesk,
  tickets: readonly Ticket[],
  since: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  for (const ticket of desk.answered ? byId.values() : []) {
    // A desk that cannot be asked is no reason to remind nobody.
    const told = await desk.answered?.(ticket, { since, now }).catch(() => undefined);
    if (told?.kind !== 'answered' || Temporal.Instant.compare(told.at, since) < 0) continue;
    return Temporal.Instant.compare(told.at, now) > 0 ? now : told.at;
  }
  return undefined;
}
