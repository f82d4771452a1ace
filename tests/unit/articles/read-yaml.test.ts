import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { readYaml } from '../../../src/articles/read-yaml.ts';

const Shape = z.looseObject({ title: z.string().optional() });

describe('what YAML cannot read is told as it should be written', () => {
  const cases: [mistake: string, yaml: string, line: number, problem: string, fix: string][] = [
    [
      'a range without quotes',
      'versions: >=4',
      1,
      'A value that begins with ">" needs quotes.',
      'Write versions: ">=4".',
    ],
    ['stars', 'a: 1\ntitle: *Open* it', 2, 'A value that begins with "*" needs quotes.', 'Write title: "*Open* it".'],
    ['one star', 'title: *Open', 1, 'A value that begins with "*" needs quotes.', 'Write title: "*Open".'],
    ['an "and" sign', 'title: &x y', 1, 'A value that begins with "&" needs quotes.', 'Write title: "&x y".'],
    ['an exclamation mark', 'title: !x y', 1, 'A value that begins with "!" needs quotes.', 'Write title: "!x y".'],
    ['an at sign', 'title: @home', 1, 'A value that begins with "@" needs quotes.', 'Write title: "@home".'],
    ['a backquote', 'title: `x` y', 1, 'A value that begins with "`" needs quotes.', 'Write title: "`x` y".'],
    ['a hyphen', 'title: - x', 1, 'A value that begins with "-" needs quotes.', 'Write title: "- x".'],
    [
      'a colon',
      'title: Error: it fails',
      1,
      'A value with a colon in it needs quotes.',
      'Write title: "Error: it fails".',
    ],
    [
      'a colon and quotes',
      'title: Error: "x"',
      1,
      'A value with a colon in it needs quotes.',
      `Write title: 'Error: "x"'.`,
    ],
    [
      'quotes in quotes',
      'title: "Say "hi" now"',
      1,
      'A quote inside the text ends it too early.',
      `Write title: 'Say "hi" now'.`,
    ],
    [
      'an apostrophe in quotes',
      "title: 'it's'",
      1,
      'A quote inside the text ends it too early.',
      `Write title: "it's".`,
    ],
    ['an open quote', 'a: 1\ntitle: "abc\nb: 2', 2, 'A quote is opened and never closed.', 'Add the closing quote.'],
    ['an open list', 'a: [x, y', 1, 'A "]" is missing here or in a line above.', 'Close the list or group with "]".'],
    ['an open group', 'a: { x: 1', 1, 'A "}" is missing here or in a line above.', 'Close the list or group with "}".'],
    ['a tab', 'a:\n\tb: 1', 2, 'This line is indented with a tab.', 'Use spaces instead.'],
    ['a field twice', 'title: x\ntitle: y', 2, '"title" stands here a second time.', 'Keep one of the two.'],
    [
      'fields that are not in line',
      'a:\n  b: 1\n c: 2',
      3,
      'This is not readable YAML: All mapping items must start at the same column.',
      'Look at quotes, colons and indentation in this line and the one before it.',
    ],
    [
      'a value too long to repeat',
      `title: Error: ${'x'.repeat(200)}`,
      1,
      'A value with a colon in it needs quotes.',
      'Put the whole value in quotes.',
    ],
  ];
  for (const [mistake, yaml, line, problem, fix] of cases) {
    test(mistake, () => {
      const read = readYaml(yaml, 'content/site.yaml', Shape);

      assert.equal(read.ok, false);
      assert.deepEqual(read.mistakes, [{ problem, where: { file: 'content/site.yaml', line }, fix }]);
    });
  }
});

test('every field that stands twice is told', () => {
  const read = readYaml('a: 1\na: 2\nb: 1\nb: 2', 'content/site.yaml', Shape);

  assert.deepEqual(
    read.mistakes.map(({ where }) => where.line),
    [2, 4],
  );
});

test('aliases that would grow into a flood are not followed', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, index) => {
      const before = 'abcdefg'[index];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
    }),
  ].join('\n');

  const read = readYaml(bomb, 'content/site.yaml', Shape);

  assert.equal(read.ok, false);
  assert.deepEqual(
    read.mistakes.map(({ where }) => where.line),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
});

test('an unquoted day and an unquoted time stay text', () => {
  const read = readYaml('day: 2026-10-01\nfrom: 08:30', 'content/site.yaml', Shape);

  assert.deepEqual(read.ok && read.value, { day: '2026-10-01', from: '08:30' });
});

test('a field that misses its shape is told with the line on which it stands', () => {
  const read = readYaml('# Who we are\n\ntitle:\n  x: 1', 'content/site.yaml', Shape);

  assert.deepEqual(
    read.mistakes.map(({ where }) => where),
    [{ file: 'content/site.yaml', line: 3, field: 'title' }],
  );
});

describe('a field is found', () => {
  const yaml =
    'title: x\nhours:\n  - days: [mon]\n    from: "08:00"\n  - { days: [sat], from: "10:00" }\nkeywords: [a,\n  b]\n';
  const fields: [string, number | undefined][] = [
    ['title', 1],
    ['hours', 2],
    ['hours[0].from', 4],
    ['hours[1].from', 5],
    ['hours[1].to', 5],
    ['hours[7]', 2],
    ['keywords[1]', 7],
    ['nothing', undefined],
  ];
  for (const [field, line] of fields) {
    test(`${field} ${line === undefined ? 'nowhere' : `on line ${line}`}`, () => {
      const { lineOf } = readYaml(yaml, 'content/site.yaml', Shape);

      assert.equal(lineOf(field), line);
    });
  }
});

test('lines count from where the YAML begins in its file', () => {
  const { lineOf } = readYaml('title: x\nday: y', 'content/articles/a.mdx', Shape, 2);

  assert.equal(lineOf('day'), 3);
});
