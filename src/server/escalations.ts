import type { Escalation, EscalationAnswer, EscalationState, JoinAnswer } from '../schema/escalation.ts';
import { isByCustomer, type EscalationAct } from '../schema/escalation-event.ts';
import type { Support } from '../schema/site.ts';
import { canonicalJson } from './canonical-json.ts';
import type { StoredEvent } from './conversation.ts';
import { newId } from './new-id.ts';
import { inWholeSeconds, promisedBy } from './promise.ts';
import { newReference } from './reference.ts';
import { sha256, statusToken } from './status-token.ts';
import type { Store, StoredEscalation } from './store.ts';

/** What it takes to take an escalation in. */
export type Reception = {
  store: Store;
  secret: Uint8Array;
  support: Support;
  /** Whether there is mail of our own, by which customers are told how it stands. */
  writesToCustomers: boolean;
  /** Address of the server that shows status pages, without a slash at its end. */
  serverUrl: string;
  /** Whether this is an incident that has not ended. */
  isOpenIncident: (slug: string) => boolean;
};

/** `replayed`: this key was here before with the same body, and gets the same answer; `mismatch`: with another. */
export type Opened = { kind: 'opened' | 'replayed'; answer: EscalationAnswer | JoinAnswer } | { kind: 'mismatch' };

const MAX_TRIES = 5;

/**
 * Takes an escalation in, once per key for ever. When this returns, it is on disk together with its outbox row.
 * `quarantined`: why it is to be kept apart until a person has looked at it. Who joins an incident that is over, or none,
 * is one who asks for a person.
 */
export async function openEscalation(
  { store, secret, support, writesToCustomers, serverUrl, isOpenIncident }: Reception,
  key: string,
  escalation: Escalation,
  now: Temporal.Instant,
  { quarantined }: { quarantined?: readonly string[] } = {},
): Promise<Opened> {
  const id = newId();
  const { joins: wantsToJoin, ...asked } = escalation;
  const joins = wantsToJoin === true && isOpenIncident(asked.article ?? '');
  const tellCustomer = writesToCustomers && escalation.email !== undefined;
  const stored = {
    id,
    idempotencyKey: key,
    bodyHash: sha256(canonicalJson(escalation)),
    tokenHash: sha256(statusToken(secret, id)),
    openedAt: now,
    promiseMadeAt: now,
    revision: 0,
    promisedBy: inWholeSeconds(joins ? now : promisedBy(now, support, escalation.channel)),
    state: joins ? ('joined' as const) : ('waiting' as const),
    ...(quarantined && { quarantined }),
    escalation: joins ? { ...asked, joins } : asked,
  };
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const opened = { ...stored, reference: newReference() };
    const added = await store.addEscalation(opened, { tellCustomer });
    switch (added.kind) {
      case 'added':
        return { kind: 'opened', answer: answerTo(opened, secret, serverUrl) };
      case 'key-taken':
        return added.kept.bodyHash === stored.bodyHash
          ? { kind: 'replayed', answer: answerTo(added.kept, secret, serverUrl) }
          : { kind: 'mismatch' };
      case 'reference-taken':
        break;
    }
  }
  throw new Error(`${MAX_TRIES} references in a row were taken, which chance does not do.`);
}

/** What the reader sees of an escalation, by the private address that only the reader has. */
export type EscalationStatus = {
  reference: string;
  state: EscalationState;
  openedAt: Temporal.Instant;
  promisedBy: Temporal.Instant;
  /** All that was sent: channel, message, article and the packet. */
  sent: Escalation;
  /** What happened since, the latest last, without what is for the team alone. */
  events: StoredEvent[];
};

/** The escalation whose status page has `token` in its address, or undefined where there is none. */
export async function findByToken(store: Store, token: string): Promise<EscalationStatus | undefined> {
  const stored = await storedByToken(store, token);
  if (!stored) return undefined;
  const { id, reference, state, openedAt, promisedBy: promised, escalation } = stored;
  const events = (await store.eventsOf(id)).filter(({ act }) => isForCustomer(act));
  return { reference, state, openedAt, promisedBy: promised, sent: escalation, events };
}

/** Names the escalation whose status page has `token` in its address. */
export async function idByToken(store: Store, token: string): Promise<string | undefined> {
  return (await storedByToken(store, token))?.id;
}

async function storedByToken(store: Store, token: string): Promise<StoredEscalation | undefined> {
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? store.escalationByTokenHash(sha256(token)) : undefined;
}

function isForCustomer(act: EscalationAct): boolean {
  return isByCustomer(act) || act.kind === 'answer' || act.kind === 'resolved' || act.kind === 'promise-moved';
}

/** Everything that waits for a person, the most urgent promise first. */
export function waitingEscalations(store: Store) {
  return store.waitingEscalations();
}

function answerTo(
  { id, reference, promisedBy: promised, escalation: { channel, joins } }: StoredEscalation,
  secret: Uint8Array,
  serverUrl: string,
): EscalationAnswer | JoinAnswer {
  const statusUrl = `${serverUrl}/requests/${statusToken(secret, id)}/`;
  return joins ? { reference, statusUrl, channel } : { reference, statusUrl, promisedBy: promised.toString(), channel };
}
