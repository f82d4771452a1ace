import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { fieldErrors } from '../../../src/errors/from-zod.ts';

const Shape = z.strictObject({
  title: z.string().min(1).max(5).describe('What it is called.'),
  kind: z.enum(['how-to', 'reference']).optional(),
  day: z.iso.date('Write a day.').optional(),
  keywords: z.array(z.string()).optional().describe('What customers call it.'),
  draft: z.boolean().default(false),
  count: z.number().min(0).max(9).optional(),
  code: z.string().min(3).optional().describe('Its number.'),
  place: z.strictObject({ town: z.string() }).optional(),
  name: z.string().min(1).optional().meta({ label: 'Your name', description: 'Write your name.' }),
  hours: z
    .string()
    .refine((hours) => hours !== '8', { error: 'Write 08:00.', params: { problem: 'That is no time.' } })
    .optional(),
});

const wrong: [string, Record<string, unknown>, string, string, string][] = [
  ['is missing', { title: undefined }, 'title', '"title" is missing.', 'Add it: What it is called.'],
  ['is left empty', { title: null }, 'title', '"title" is empty.', 'Fill it in: What it is called.'],
  ['is an empty text', { title: '' }, 'title', '"title" is empty.', 'Fill it in: What it is called.'],
  ['is too long', { title: 'too long' }, 'title', '"title" is too long.', 'At most 5 characters.'],
  ['is too short', { code: 'ab' }, 'code', '"code" is too short.', 'Write at least 3. Its number.'],
  ['is too small', { count: -1 }, 'count', '"count" is too small.', 'Write 0 or more.'],
  ['is too large', { count: 10 }, 'count', '"count" is too large.', 'Write 9 or less.'],
  [
    'is a number for a text',
    { title: 42 },
    'title',
    '"title" should be text.',
    'Put it in quotes: "42". What it is called.',
  ],
  ['is a group for a text', { title: { a: 1 } }, 'title', '"title" should be text.', 'Write text. What it is called.'],
  [
    'is a text for a list',
    { keywords: 'undelete' },
    'keywords',
    '"keywords" should be a list.',
    'Write a list, as in [one, two]. What customers call it.',
  ],
  [
    'is a number in a list of texts',
    { keywords: ['undelete', 5] },
    'keywords[1]',
    '"keywords[1]" should be text.',
    'Put it in quotes: "5".',
  ],
  ['is "yes"', { draft: 'yes' }, 'draft', '"draft" should be true or false.', 'Write true or false, without quotes.'],
  ['is a text for a number', { count: '3' }, 'count', '"count" should be a number.', 'Write a number, without quotes.'],
  [
    'is a text for a group',
    { place: 'Leeds' },
    'place',
    '"place" should be a group of fields.',
    'Write fields, each as "name: value".',
  ],
  [
    'is none of the values',
    { kind: 'howto' },
    'kind',
    '"howto" is not one of the values that "kind" can have.',
    'Did you mean "how-to"? Use one of how-to, reference.',
  ],
  ['is in another form', { day: '1.10.2026' }, 'day', '"day" is not in the form that is needed here.', 'Write a day.'],
  ['has a problem with words of its own', { hours: '8' }, 'hours', 'That is no time.', 'Write 08:00.'],
  ['has a label', { name: '' }, 'name', 'Your name is empty.', 'Write your name.'],
  [
    'is unknown',
    { colour: 'red' },
    'colour',
    'There is no field "colour" here.',
    'The fields are title, kind, day, keywords, draft, count, code, place, name, hours.',
  ],
  [
    'is unknown inside a group',
    { place: { town: 'Leeds', twon: 'x' } },
    'place.twon',
    'There is no field "twon" here.',
    'Did you mean "town"? The fields are town.',
  ],
];

for (const [what, fields, field, problem, fix] of wrong) {
  test(`a field that ${what} is told in words`, () => {
    const told = errorsOf({ title: 'Sync', ...fields });

    assert.deepEqual(
      told.map(({ path: _path, ...words }) => words),
      [{ field, problem, fix }],
    );
  });
}

test('every field that is wrong is told', () => {
  const told = errorsOf({ title: 1, kind: 2, day: 3, colour: 4 });

  assert.deepEqual(
    told.map(({ field }) => field),
    ['title', 'kind', 'day', 'colour'],
  );
});

test('a misspelt field is one mistake, not a missing one as well', () => {
  const told = errorsOf({ titel: 'Sync' });

  assert.deepEqual(
    told.map(({ problem }) => problem),
    ['There is no field "titel" here.'],
  );
});

test('a misspelt field hides no other that is missing', () => {
  const told = errorsOf({ colour: 'red' });

  assert.deepEqual(
    told.map(({ problem }) => problem),
    ['"title" is missing.', 'There is no field "colour" here.'],
  );
});

test('of a very long value only the beginning is repeated', () => {
  const told = errorsOf({ title: 'Sync', kind: 'x'.repeat(500) });

  assert.equal(told[0]?.problem, `"${'x'.repeat(60)}…" is not one of the values that "kind" can have.`);
});

function errorsOf(input: Record<string, unknown>) {
  const read = Shape.safeParse(input, { reportInput: true });
  return read.success ? [] : fieldErrors(read.error, Shape);
}
