import type { EscalationState } from '../schema/escalation.ts';
import type { EscalationAct } from '../schema/escalation-event.ts';

/** What becomes of the promise that is open. `ended` says how: a person answered, or none was needed any more. */
export type PromiseChange =
  | { kind: 'same' }
  | { kind: 'ended'; ending: 'answered' | 'not-needed' }
  | { kind: 'made' }
  | { kind: 'moved'; promisedBy: Temporal.Instant };

export type Consequence = { state: EscalationState; promise: PromiseChange };

const SAME: PromiseChange = { kind: 'same' };

/** How an escalation stands after `act`. Whatever a customer writes has somebody answer it, by a time that is named. */
export function afterAct(state: EscalationState, act: EscalationAct): Consequence {
  const isWaiting = state === 'waiting';
  switch (act.kind) {
    case 'message':
    case 'reopened':
      return { state: 'waiting', promise: isWaiting ? SAME : { kind: 'made' } };
    case 'mended':
      return { state: 'mended', promise: isWaiting ? { kind: 'ended', ending: 'not-needed' } : SAME };
    case 'answer':
      return isWaiting
        ? { state: 'answered', promise: { kind: 'ended', ending: 'answered' } }
        : { state, promise: SAME };
    case 'resolved':
      // The end of an incident is no answer to what somebody wrote besides, and asks nobody twice.
      if (act.incident !== undefined && (isWaiting || state === 'mended')) return { state, promise: SAME };
      return { state: 'resolved', promise: isWaiting ? { kind: 'ended', ending: 'answered' } : SAME };
    case 'promise-moved':
      return {
        state,
        promise: isWaiting ? { kind: 'moved', promisedBy: Temporal.Instant.from(act.until) } : SAME,
      };
    case 'note':
    case 'claimed':
    case 'handed-over':
    case 'follow-up-set':
    case 'released':
      return { state, promise: SAME };
  }
}
