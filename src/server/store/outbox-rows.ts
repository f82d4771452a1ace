import type { Selectable } from 'kysely';
import type { Progress, Ticket } from '../../help-desks/help-desk.ts';
import type { StoredEvent } from '../conversation.ts';
import type { DueDelivery, KeptDelivery } from '../outbox.ts';
import type { StoredEscalation } from '../stored-escalation.ts';
import type { Tables } from './tables.ts';

/** The desk of a delivery that is for nobody yet but for people who look for it. */
export const UNASSIGNED = '';
/** Stands where a desk does for letters to the customer. */
export const CUSTOMER = 'customer';
/** The event of a delivery that hands over the escalation itself. */
export const OPENING = '';
export const DONE = {
  state: 'delivered',
  lease_token: null,
  lease_until: null,
  alert_at: null,
  last_reason: null,
} as const;
/** A ticket that a person named is nothing that the desk knows: it may be "called back", or another desk's number. */
export const BY_HAND = JSON.stringify({ takenOver: 'by hand' });

type OutboxRow = Selectable<Tables['outbox']>;

export function fromDeliveryRow(row: OutboxRow): KeptDelivery {
  const ticket = ticketIn(row);
  return {
    id: row.id,
    ...(row.desk !== '' && { desk: row.desk }),
    state: row.state,
    attempts: row.attempts,
    ...(row.last_reason !== null && { lastReason: row.last_reason }),
    ...(ticket && { ticket }),
    ...(isByHand(row) && { isByHand: true }),
  };
}

/** `earlier`: what was delivered to the same desk before, in order. */
export function fromDueRow(
  row: OutboxRow,
  escalation: StoredEscalation,
  event?: StoredEvent,
  earlier: readonly OutboxRow[] = [],
): DueDelivery {
  const [byHand, byDesk] = [earlier.filter(isByHand), earlier.filter((other) => !isByHand(other))];
  const tickets = new Map(byDesk.flatMap((other) => ticketIn(other) ?? []).map((ticket) => [ticket.id, ticket]));
  const takenOverAs = tickets.size === 0 ? byHand.at(-1)?.ticket_id : undefined;
  return {
    id: row.id,
    desk: row.desk,
    attempts: row.attempts,
    createdAt: Temporal.Instant.from(row.created_at),
    firstTriedAt: Temporal.Instant.from(row.first_tried_at ?? row.created_at),
    mayBeThere: row.may_be_there === 1,
    progress: JSON.parse(row.progress) as Progress,
    hasAlerted: row.alert_at !== null || row.alerted_at !== null,
    escalation,
    ...(event && { event }),
    ...(event && { tickets: [...tickets.values()] }),
    ...(typeof takenOverAs === 'string' && { takenOverAs }),
  };
}

export function ticketIn(row: OutboxRow): Ticket | undefined {
  if (row.ticket_id === null) return undefined;
  return { id: row.ticket_id, ...(row.ticket_url !== null && { url: row.ticket_url }) };
}

function isByHand({ progress }: OutboxRow): boolean {
  return progress === BY_HAND;
}
