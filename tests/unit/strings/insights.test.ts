import assert from 'node:assert/strict';
import { test } from 'node:test';
import { question } from '../../../src/strings/en/insights.ts';

const day = '1 October 2026';

test('a question that was asked once is told without a last time', () => {
  assert.equal(question.often({ times: 1, day }), 'Once, on 1 October 2026.');
  assert.equal(question.often({ times: 1, of: 20, day }), '1 of 20 times, on 1 October 2026.');
});

test('a question that was asked again is told with its last time, and by whom', () => {
  assert.equal(question.often({ times: 2, day }), '2 times, the last on 1 October 2026.');
  assert.equal(
    question.often({ times: 14, of: 20, day, reader: 'version 5, home' }),
    '14 of 20 times, the last on 1 October 2026 (version 5, home).',
  );
});
