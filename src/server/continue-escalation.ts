import { isByCustomer, type EscalationAct } from '../schema/escalation-event.ts';
import type { Support } from '../schema/site.ts';
import { afterAct, type PromiseChange } from './after-act.ts';
import type { EndedPromise, EscalationChange } from './conversation.ts';
import { newId } from './new-id.ts';
import { inWholeSeconds, promisedBy } from './promise.ts';
import type { Store, StoredEscalation } from './store.ts';

export type Continuing = {
  store: Pick<Store, 'change' | 'escalationById'>;
  support: Support;
  writesToCustomers: boolean;
};

export type Doing = {
  act: EscalationAct;
  /** Who of the team does it; absent: the customer. */
  author?: string;
  /** Names it for ever, so that a form that is sent twice is kept once. */
  idempotencyKey?: string;
  /** When it was done, where we hear of it only now. */
  doneAt?: Temporal.Instant;
  /** Revision that whoever does it has seen; where it is given, a change that came in between is told. */
  seen?: number;
};

/**
 * `replayed`: this key was here before. Nothing was kept where it is `changed-meanwhile`: somebody else was first;
 * `nothing-promised`: a time was to be moved that nobody waits for; or `already-resolved`: its customer has been asked
 * whether it is mended, and has not said yet.
 */
export type Continued =
  | { kind: 'kept'; escalation: StoredEscalation }
  | { kind: 'replayed' | 'changed-meanwhile' | 'nothing-promised' | 'already-resolved' | 'gone' };

const MAX_TRIES = 10;

/**
 * Notes what somebody does with the escalation `id`, and all that follows: its state, its promise, and who is told.
 * Without `seen` it is added to whatever came in between. When this returns, it is on disk.
 */
export async function continueEscalation(
  { store, support, writesToCustomers }: Continuing,
  id: string,
  { act, author, idempotencyKey, seen, doneAt }: Doing,
  now: Temporal.Instant,
): Promise<Continued> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const before = await store.escalationById(id);
    if (!before) return { kind: 'gone' };
    if (seen !== undefined && seen !== before.revision) return { kind: 'changed-meanwhile' };
    // Its customer would be told of a time that nobody is held to.
    if (act.kind === 'promise-moved' && before.state !== 'waiting') return { kind: 'nothing-promised' };
    // The end of an incident is told to whoever joined it, however their own request ended.
    if (act.kind === 'resolved' && act.incident === undefined && before.state === 'resolved')
      return { kind: 'already-resolved' };
    const { state, promise } = afterAct(before.state, act);
    const change: EscalationChange = {
      escalationId: id,
      revision: before.revision,
      event: {
        id: newId(),
        at: doneAt ?? now,
        ...(author !== undefined && { author }),
        act: withTimeBefore(act, before),
      },
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      state,
      ...promiseAfter(before, promise, support, doneAt ?? now),
      touchedAt: now,
      tell: told(act, before, writesToCustomers),
    };
    const { kind } = await store.change(change);
    if (kind === 'key-taken') return { kind: 'replayed' };
    if (kind === 'changed') {
      const { promiseMadeAt, promisedBy } = change;
      return {
        kind: 'kept',
        escalation: { ...before, revision: before.revision + 1, state, promiseMadeAt, promisedBy },
      };
    }
    if (seen !== undefined) return { kind: 'changed-meanwhile' };
  }
  return { kind: 'changed-meanwhile' };
}

/** The customer is told whether it takes longer than was said, or less long. */
function withTimeBefore(act: EscalationAct, { promisedBy }: StoredEscalation): EscalationAct {
  return act.kind === 'promise-moved' ? { ...act, from: promisedBy.toString() } : act;
}

function promiseAfter(
  { promiseMadeAt, promisedBy: promised, escalation: { channel } }: StoredEscalation,
  promise: PromiseChange,
  support: Support,
  now: Temporal.Instant,
): Pick<EscalationChange, 'promiseMadeAt' | 'promisedBy' | 'ended'> {
  const ended = (ending: EndedPromise['ending']): EndedPromise => ({
    channel,
    madeAt: promiseMadeAt,
    promisedBy: promised,
    endedAt: now,
    ending,
  });
  switch (promise.kind) {
    case 'same':
      return { promiseMadeAt, promisedBy: promised };
    case 'ended':
      return { promiseMadeAt, promisedBy: promised, ended: ended(promise.ending) };
    case 'made':
      return { promiseMadeAt: now, promisedBy: inWholeSeconds(promisedBy(now, support, channel)) };
    case 'moved':
      return { promiseMadeAt: now, promisedBy: promise.promisedBy, ended: ended('moved') };
  }
}

/** What a customer does is told to the help desks, what the team does to the customer, unless it is their own affair. */
function told(
  act: EscalationAct,
  { escalation }: StoredEscalation,
  writesToCustomers: boolean,
): EscalationChange['tell'] {
  if (isByCustomer(act)) return ['help-desks'];
  const isForCustomer =
    (act.kind === 'answer' && act.by === 'email') || act.kind === 'resolved' || act.kind === 'promise-moved';
  return isForCustomer && writesToCustomers && escalation.email !== undefined ? ['customer'] : [];
}
