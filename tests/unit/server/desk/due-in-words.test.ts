import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueInWords } from '../../../../src/server/desk/due-in-words.ts';

const NOW = Temporal.Instant.from('2026-11-23T12:00Z');

for (const [promisedBy, words] of [
  ['2026-11-23T12:40Z', 'due in 40 min'],
  ['2026-11-23T12:00Z', 'due now'],
  ['2026-11-23T15:00Z', 'due in 3 h'],
  ['2026-11-23T15:30Z', 'due in 3 h 30 min'],
  ['2026-11-24T05:30Z', 'due in 17 h'],
  ['2026-11-26T12:00Z', 'due in 3 days'],
  ['2026-11-23T11:59:30Z', 'due now'],
  ['2026-11-23T09:50Z', 'overdue by 2 h 10 min'],
] as const) {
  test(`what was promised by ${promisedBy} is ${words}`, () => {
    assert.equal(dueInWords(Temporal.Instant.from(promisedBy), NOW), words);
  });
}
