import assert from 'node:assert/strict';
import { test } from 'node:test';
import { teamActOf, type ActName } from '../../../src/cli/team-act-words.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

test('an answer is by e-mail unless something else is said, and elsewhere it needs no words', () => {
  assert.deepEqual(acted('answer', { text: 'Press F12.' }), { kind: 'answer', by: 'email', text: 'Press F12.' });
  assert.deepEqual(acted('answer', { by: 'elsewhere' }), { kind: 'answer', by: 'elsewhere', text: '' });
});

test('a promise is moved to a time on the clock of the team', () => {
  const act = acted('move-promise', { until: '2026-11-24T10:00', text: 'The part comes tomorrow.' });

  assert.deepEqual(act, { kind: 'promise-moved', until: '2026-11-24T09:00:00Z', text: 'The part comes tomorrow.' });
});

test('what was set apart is released without another word', () => {
  assert.deepEqual(acted('release', {}), { kind: 'released' });
});

const mistakes: { act: ActName; options: Record<string, string>; fields: string[] }[] = [
  { act: 'answer', options: {}, fields: ['--text'] },
  { act: 'answer', options: { by: 'pigeon', text: 'Coo.' }, fields: ['--by'] },
  { act: 'resolve', options: { outcome: 'done' }, fields: ['--outcome', '--why'] },
  { act: 'note', options: {}, fields: ['--text'] },
  { act: 'move-promise', options: { until: 'tomorrow', text: 'Late.' }, fields: ['--until'] },
  { act: 'resolve', options: {}, fields: ['--outcome', '--why'] },
  { act: 'move-promise', options: { until: '2026-11-22T10:00', text: 'Late.' }, fields: ['--until'] },
  { act: 'move-promise', options: { until: '2026-11-22T10:00' }, fields: ['--until', '--text'] },
  { act: 'move-promise', options: {}, fields: ['--until', '--text'] },
];
for (const { act, options, fields } of mistakes) {
  test(`"${act}" with ${JSON.stringify(options)} is not done, and says what is missing`, () => {
    assert.throws(
      () => acted(act, options),
      (error) => {
        assert.ok(error instanceof Mistakes);
        assert.deepEqual(
          error.mistakes.map(({ where }) => where.field),
          fields,
        );
        assert.ok(error.mistakes.every(({ problem, fix }) => problem !== '' && fix !== undefined && fix !== ''));
        return true;
      },
    );
  });
}

test('what is missing is named as it is typed, and says what belongs there', () => {
  assert.throws(
    () => acted('answer', {}),
    /--text is missing\.\nAdd --text and what you want to say, in quotation marks\./,
  );
  assert.throws(() => acted('resolve', {}), /--outcome is missing\.\nUse one of article-solved/);
  assert.throws(
    () => acted('move-promise', {}),
    /--until is missing\.\nAdd --until and a time, such as 2026-11-24T10:00\./,
  );
});

function acted(act: ActName, options: Record<string, string>) {
  return teamActOf(act, options, 'Europe/Berlin', NOW);
}
