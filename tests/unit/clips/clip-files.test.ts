import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readStoryboards } from '../../../src/clips/clip-files.ts';
import { storyboardText } from './storyboard-fixture.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyboards-'));
  for (const name of ['plan.home', 'plan.admin', 'planet', 'letter']) {
    await writeFile(join(folder, `${name}.yaml`), storyboardText('  - { screen: title, say: Hello. }'));
  }
});

afterEach(() => rm(folder, { recursive: true }));

test('without a name all storyboards are read', async () => {
  const names = await namesOf([]);

  assert.deepEqual(names, ['letter', 'plan.admin', 'plan.home', 'planet']);
});

test('the id of a video stands for all of its cuts, and for nothing that only begins like it', async () => {
  const names = await namesOf(['plan']);

  assert.deepEqual(names, ['plan.admin', 'plan.home']);
});

test('one cut can be asked for', async () => {
  const names = await namesOf(['plan.home', 'letter']);

  assert.deepEqual(names, ['letter', 'plan.home']);
});

test('a name that no storyboard has is told with what was probably meant', async () => {
  await assert.rejects(namesOf(['lettre']), {
    name: 'Mistakes',
    message: `No clip was made.

${folder}
There is no storyboard "lettre".
Did you mean "letter"? The storyboards are letter, plan.admin, plan.home, planet.`,
  });
});

test('the mistakes of all storyboards are told at once', async () => {
  await writeFile(join(folder, 'letter.yaml'), 'title: Letter');
  await writeFile(join(folder, 'planet.yaml'), 'title: Planet');

  await assert.rejects(namesOf([]), (error: Error) => {
    assert.match(error.message, /letter\.yaml/);
    assert.match(error.message, /planet\.yaml/);
    return true;
  });
});

test('a folder without storyboards says what belongs there', async () => {
  const empty = join(folder, 'nothing');

  await assert.rejects(readStoryboards(empty, []), {
    message: `No clip was made.

${empty}
There is no storyboard here.
Add <video>.yaml, or <video>.<cut>.yaml for each cut; src/clips/storyboard.ts says what it holds.`,
  });
});

async function namesOf(asked: readonly string[]): Promise<string[]> {
  return (await readStoryboards(folder, asked)).map(({ name }) => name);
}
