import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeList } from '../../../src/clips/encode.ts';

test('each picture is listed with the seconds it stands, the last one once more', () => {
  const list = takeList([
    { file: '/tmp/0.png', frames: 25 },
    { file: '/tmp/1.png', frames: 1 },
    { file: '/tmp/0.png', frames: 3 },
  ]);

  assert.equal(
    list,
    `file '/tmp/0.png'
duration 1
file '/tmp/1.png'
duration 0.04
file '/tmp/0.png'
duration 0.12
file '/tmp/0.png'
`,
  );
});
