import type { EscalationState } from '../schema/escalation.ts';
import type { EscalationAct } from '../schema/escalation-event.ts';
import { afterAct } from './after-act.ts';
import type { StoredEvent } from './conversation.ts';

type Move = Extract<EscalationAct, { kind: 'promise-moved' }>;

/**
 * The move that named `promisedBy`, or undefined where that time was promised in another way: whoever writes again
 * after an answer is promised a new time, which may even be the same one.
 */
export function moveInForce(
  events: readonly Pick<StoredEvent, 'act'>[],
  promisedBy: Temporal.Instant,
): Move | undefined {
  const index = events.findLastIndex(({ act }) => act.kind === 'promise-moved');
  const move = events[index]?.act;
  // The store keeps milliseconds.
  if (
    move?.kind !== 'promise-moved' ||
    Temporal.Instant.from(move.until).epochMilliseconds !== promisedBy.epochMilliseconds
  )
    return undefined;
  let state: EscalationState = 'waiting';
  for (const { act } of events.slice(index + 1)) {
    const after = afterAct(state, act);
    if (after.promise.kind === 'made') return undefined;
    state = after.state;
  }
  return move;
}
