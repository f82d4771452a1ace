import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember } from '../../../../src/search/index/remember.ts';

test('a name is asked for once, also while the answer is under way', async () => {
  const { asked, ask } = counting();

  await Promise.all([ask('a'), ask('a')]);
  await ask('a');

  assert.deepEqual(asked, ['a']);
});

test('what was asked for longest ago is forgotten first', async () => {
  const { asked, ask } = counting(2);

  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name);

  assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
});

test('a failure is tried again', async () => {
  const { asked, ask } = counting();
  await assert.rejects(ask('broken'));

  await assert.rejects(ask('broken'));

  assert.deepEqual(asked, ['broken', 'broken']);
});

function counting(most?: number) {
  const asked: string[] = [];
  const load = async (name: string) => {
    asked.push(name);
    if (name === 'broken') throw new Error('It cannot be read.');
    return name;
  };
  return { asked, ask: remember(load, most) };
}
