import type { DueDelivery } from '../server/outbox.ts';
import { answerLetter } from './kinds/answer.ts';
import { incidentEndedLetter } from './kinds/incident-ended.ts';
import { joinedLetter } from './kinds/joined.ts';
import { promiseMovedLetter } from './kinds/promise-moved.ts';
import { resolvedLetter } from './kinds/resolved.ts';
import { takenLetter } from './kinds/taken.ts';
import type { Letter, Letterhead } from './letter.ts';

/** The letter that a delivery to the customer is; undefined where what happened is told to nobody by letter. */
export function composeLetter({ escalation, event }: DueDelivery, head: Letterhead): Letter | undefined {
  if (event === undefined) {
    return escalation.escalation.joins ? joinedLetter(escalation, head) : takenLetter(escalation, head);
  }
  const { act } = event;
  switch (act.kind) {
    case 'answer':
      return answerLetter(escalation, act, head);
    case 'resolved':
      return act.incident === undefined
        ? resolvedLetter(escalation, act, head)
        : incidentEndedLetter(escalation, act, head);
    case 'promise-moved':
      return promiseMovedLetter(escalation, act, head);
    default:
      return undefined;
  }
}
