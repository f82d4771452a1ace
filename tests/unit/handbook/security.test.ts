import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mistakeInPlace } from '../../fixtures/named-tests.ts';

const STATES = ['Met', 'By the proxy', 'With the desk', 'Decided'];

const page = readFileSync('src/handbook/security.md', 'utf8');
const requirements = [...page.matchAll(/^- \*\*([\d.]+)\*\* (.+(?:\n {2}- .+)*)/gm)].map(([, id = '', text = '']) => {
  const [said = '', ...shown] = text.split(/\n {2}- /);
  return { id, said, shown };
});

test('every requirement says how it is met, and stands there once', () => {
  const unclear = requirements.filter(({ said }) => !STATES.some((state) => said.startsWith(state)));
  const ids = requirements.map(({ id }) => id);

  assert.ok(requirements.length > 100);
  assert.deepEqual(unclear, []);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
});

test('what is met is shown by a test', () => {
  const notShown = requirements.filter(({ said, shown }) => said.startsWith('Met') && shown.length === 0);

  assert.deepEqual(
    notShown.map(({ id }) => id),
    [],
  );
});

for (const place of new Set(requirements.flatMap(({ shown }) => shown))) {
  test(`there is a test "${place}"`, () => {
    assert.equal(mistakeInPlace(place), undefined);
  });
}
