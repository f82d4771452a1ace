import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESCALATION_STATES } from '../../../src/schema/escalation.ts';
import { CustomerAct, type EscalationAct } from '../../../src/schema/escalation-event.ts';
import { afterAct } from '../../../src/server/after-act.ts';

for (const state of ESCALATION_STATES) {
  for (const kind of ['message', 'reopened'] as const) {
    test(`what a customer writes (${kind}) where it is ${state} has somebody answer it by a time that is named`, () => {
      const after = afterAct(state, CustomerAct.parse({ kind, text: 'It is not.' }));

      assert.equal(after.state, 'waiting');
      assert.equal(after.promise.kind, state === 'waiting' ? 'same' : 'made');
    });
  }

  test(`a note, a claim and the like leave ${state} as it is`, () => {
    const acts: EscalationAct[] = [
      { kind: 'note', text: 'x' },
      { kind: 'claimed' },
      { kind: 'handed-over', to: 'agent' },
      { kind: 'follow-up-set', on: '2026-12-01' },
      { kind: 'released' },
    ];

    for (const act of acts) assert.deepEqual(afterAct(state, act), { state, promise: { kind: 'same' } });
  });
}

test('an answer and a resolution end the promise that is open, and no other', () => {
  const answer: EscalationAct = { kind: 'answer', by: 'email', text: 'So.' };
  const resolved: EscalationAct = { kind: 'resolved', outcome: 'other', why: 'So.' };

  assert.deepEqual(afterAct('waiting', answer), { state: 'answered', promise: { kind: 'ended', ending: 'answered' } });
  assert.deepEqual(afterAct('waiting', resolved), {
    state: 'resolved',
    promise: { kind: 'ended', ending: 'answered' },
  });
  assert.deepEqual(afterAct('answered', resolved), { state: 'resolved', promise: { kind: 'same' } });
  assert.deepEqual(afterAct('mended', answer), { state: 'mended', promise: { kind: 'same' } });
});

test('the end of an incident asks who joined it, and leaves those alone who wait for a person or have it mended', () => {
  const ended: EscalationAct = { kind: 'resolved', outcome: 'product-fault', incident: 'slow', why: 'So.' };

  const states = ESCALATION_STATES.map((state) => [
    state,
    afterAct(state, ended).state,
    afterAct(state, ended).promise,
  ]);

  assert.deepEqual(states, [
    ['waiting', 'waiting', { kind: 'same' }],
    ['answered', 'resolved', { kind: 'same' }],
    ['resolved', 'resolved', { kind: 'same' }],
    ['mended', 'mended', { kind: 'same' }],
    ['joined', 'resolved', { kind: 'same' }],
  ]);
});

test('a customer who needs no answer any more leaves neither a kept nor a missed promise', () => {
  assert.deepEqual(afterAct('waiting', { kind: 'mended' }), {
    state: 'mended',
    promise: { kind: 'ended', ending: 'not-needed' },
  });
});

test('only a promise that is open can be moved', () => {
  const act: EscalationAct = { kind: 'promise-moved', until: '2026-11-24T09:00:00Z', text: 'The part is late.' };

  assert.equal(afterAct('waiting', act).promise.kind, 'moved');
  assert.equal(afterAct('answered', act).promise.kind, 'same');
});
