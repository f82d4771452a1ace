import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

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
    const [, file = '', name = ''] = /^(tests\/[\w/.-]+\.test\.ts): (.+)$/.exec(place) ?? [];

    assert.ok(existsSync(file), `There is no ${file}.`);
    assert.ok(isNamedIn(readFileSync(file, 'utf8'), name), `No test in ${file} is called "${name}".`);
  });
}

/** "…" in a name stands for what differs from one case to the next. */
function isNamedIn(code: string, name: string): boolean {
  const parts = name.split('…').map((part) => RegExp.escape(part));
  return new RegExp(`(?:\\btest\\(|\\bit: )\\s*['"\`]${parts.join('.*')}['"\`]`).test(code);
}
