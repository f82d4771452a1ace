import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EscalationAct } from '../../../src/schema/escalation-event.ts';
import { moveInForce } from '../../../src/server/move-in-force.ts';

const TUESDAY = '2026-11-24T10:00:00Z';
const MOVED: EscalationAct = { kind: 'promise-moved', until: TUESDAY, from: '2026-11-23T12:00:00Z', text: 'A part.' };
const ADDED: EscalationAct = { kind: 'message', text: 'It is the left one.' };
const ANSWER: EscalationAct = { kind: 'answer', by: 'email', text: 'Hold F12.' };
const RESOLVED: EscalationAct = { kind: 'resolved', outcome: 'other', why: 'A worn key.' };
const ENDED_INCIDENT: EscalationAct = { ...RESOLVED, incident: 'slow' };

for (const [what, acts] of [
  ['nothing happened since', [MOVED]],
  ['the customer only added something, and the team noted something', [MOVED, ADDED, { kind: 'note', text: 'Hm.' }]],
  ['an answer kept it', [MOVED, ANSWER]],
  ['an incident ended meanwhile', [MOVED, ENDED_INCIDENT, ADDED]],
] satisfies [string, EscalationAct[]][]) {
  test(`a time that was moved is the one that was promised where ${what}`, () => {
    assert.equal(inForce(acts, TUESDAY)?.until, TUESDAY);
  });
}

for (const [what, acts, promisedBy] of [
  ['nothing was moved', [ADDED], TUESDAY],
  ['it was resolved and is not mended', [MOVED, ANSWER, RESOLVED, { kind: 'reopened' }], '2026-11-23T12:00:00Z'],
  ['the new time is the same by chance', [MOVED, ANSWER, ADDED], TUESDAY],
  ['an answer was noted late, and the customer wrote since', [ANSWER, MOVED, ADDED], '2026-11-25T10:00:00Z'],
] satisfies [string, EscalationAct[], string][]) {
  test(`no time that was moved is the one that was promised where ${what}`, () => {
    assert.equal(inForce(acts, promisedBy), undefined);
  });
}

function inForce(acts: readonly EscalationAct[], promisedBy: string) {
  return moveInForce(
    acts.map((act) => ({ act })),
    Temporal.Instant.from(promisedBy),
  );
}
