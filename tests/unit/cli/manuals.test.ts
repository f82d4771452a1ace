import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualInWords, type Manual } from '../../../src/cli/manual.ts';
import { MANUALS } from '../../../src/cli/manuals.ts';
import { runCommand } from '../../../src/cli/run-command.ts';
import { ACTS } from '../../../src/cli/team-act-words.ts';

for (const words of [['help'], ['--help'], ['-h'], ['show', '--help']]) {
  test(`"${words.join(' ')}" prints what there is, and does nothing else`, async (t) => {
    const log = t.mock.method(console, 'log', () => undefined);
    const run = t.mock.fn(async () => undefined);

    await runCommand('agent', run, words);

    assert.equal(run.mock.callCount(), 0);
    assert.match(String(log.mock.calls[0]?.arguments[0]), /^npm run agent -- list\n {4}Lists who can sign in/);
  });
}

test('other words are left to the command', async (t) => {
  const run = t.mock.fn(async () => undefined);

  await runCommand('restore', run, ['backups/help.db']);

  assert.deepEqual(run.mock.calls[0]?.arguments, [['backups/help.db']]);
});

test('a manual names each way, what it does, and its options in one column', () => {
  const manual = [
    { does: 'Lists them.' },
    { words: 'show X', does: 'Shows it.', options: { '--a': 'A', '--bcd': 'B' } },
  ];

  assert.equal(
    manualInWords('things', manual),
    `npm run things
    Lists them.

npm run things -- show X
    Shows it.
      --a    A
      --bcd  B`,
  );
});

test('the manual of requests names all that the team can do, with its options', () => {
  const ways: Manual = MANUALS.escalations;
  const acts = Object.entries(ACTS).map(([act, options]) => {
    const way = ways.find(({ words }) => words?.startsWith(`${act} `));
    const said = manualInWords('escalations', way ? [way] : []);
    return [act, options.filter((option) => !said.includes(`--${option}`))];
  });

  assert.deepEqual(
    acts,
    Object.keys(ACTS).map((act) => [act, []]),
  );
});
