import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInsightsWords } from '../../../src/cli/insights-words.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';

/** An hour after midnight in London, which is still yesterday in UTC in summer. */
const TODAY = Temporal.ZonedDateTime.from('2026-07-01T00:30[Europe/London]');

for (const [words, since, until] of [
  ['searches', '2026-06-01T23:00:00Z', '2026-07-01T23:00:00Z'],
  ['', '2026-04-02T23:00:00Z', '2026-07-01T23:00:00Z'],
  ['learn', '2026-04-02T23:00:00Z', '2026-07-01T23:00:00Z'],
  ['searches --days 1', '2026-06-30T23:00:00Z', '2026-07-01T23:00:00Z'],
  ['--days=7 searches', '2026-06-24T23:00:00Z', '2026-07-01T23:00:00Z'],
  ['searches --until 2026-06-30', '2026-05-31T23:00:00Z', '2026-06-30T23:00:00Z'],
  ['searches --since 2026-03-01', '2026-03-01T00:00:00Z', '2026-07-01T23:00:00Z'],
  ['searches --since 2026-03-29 --until 2026-03-29', '2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z'],
] as const) {
  test(`"${words}" asks for ${since} up to ${until}`, () => {
    const { period, format } = readInsightsWords(words.split(' ').filter(Boolean), TODAY);

    assert.deepEqual([String(period.since), String(period.until), format], [since, until, 'text']);
  });
}

for (const format of ['json', 'csv'] as const) {
  test(`--${format} asks for ${format}`, () => {
    assert.equal(readInsightsWords(['searches', `--${format}`], TODAY).format, format);
  });
}

for (const [words, field, problem, fix] of [
  [
    'serches',
    'serches',
    'There is no report "serches".',
    'Did you mean "searches"? Name searches or promises or learn, or none for all of it.',
  ],
  [
    'searches x',
    'searches x',
    'There is no report "searches x".',
    'Did you mean "searches"? Name searches or promises or learn, or none for all of it.',
  ],
  [
    'searches --day=7',
    '--day',
    'There is no option --day.',
    'Did you mean "days"? Use --json, --csv, --days, --since, --until, --write.',
  ],
  ['searches --days 0', '--days', '"0" is no number of days.', 'Write one from 1 to 3650.'],
  ['searches --days 1e3', '--days', '"1e3" is no number of days.', 'Write one from 1 to 3650.'],
  ['searches --days 99999', '--days', '"99999" is no number of days.', 'Write one from 1 to 3650.'],
  ['searches --days', '--days', 'Nothing is no number of days.', 'Write one from 1 to 3650.'],
  ['searches --since yesterday', '--since', '"yesterday" is no day.', 'Write it as YYYY-MM-DD, such as 2026-10-01.'],
  ['searches --until 2026-02-30', '--until', '"2026-02-30" is no day.', 'Write it as YYYY-MM-DD, such as 2026-10-01.'],
  [
    'searches --since 2026-07-02',
    '--since',
    '2026-07-02 is later than 2026-07-01, the last day to be counted.',
    'Write an earlier day.',
  ],
  [
    'searches --days 7 --since 2026-06-01',
    '--days',
    '--days and --since both say where to begin.',
    'Leave one of them out.',
  ],
  ['--write', '--write', 'Only keywords can be written.', 'Write npm run insights -- learn --write.'],
  ['learn --csv', '--csv', 'Keywords are proposed as changes of files.', 'Use --json, or leave it out.'],
  ['searches --json --csv', '--csv', 'JSON and CSV cannot both be written.', 'Leave one of them out.'],
] as const) {
  test(`"${words}" is told what is wrong with it`, () => {
    const mistakes = mistakesIn(words);

    assert.deepEqual(mistakes, [{ problem, where: { file: 'npm run insights', field }, fix }]);
  });
}

test('promises are counted up to now, and no other end can be named', () => {
  const wanted = readInsightsWords(['promises', '--days', '7'], TODAY);

  assert.deepEqual([wanted.report, String(wanted.period.since)], ['promises', '2026-06-24T23:00:00Z']);
  assert.deepEqual(mistakesIn('promises --until 2026-06-30'), [
    {
      problem: 'Promises are counted up to now: some of them are still open.',
      where: { file: 'npm run insights', field: '--until' },
      fix: 'Leave --until out.',
    },
  ]);
});

test('everything that is wrong is told at once', () => {
  const mistakes = mistakesIn('votes --weeks 3 --days x --until x');

  assert.equal(mistakes.length, 4);
});

function mistakesIn(words: string) {
  try {
    readInsightsWords(words.split(' ').filter(Boolean), TODAY);
  } catch (error) {
    if (error instanceof Mistakes) return error.mistakes;
    throw error;
  }
  return assert.fail('it was taken');
}
