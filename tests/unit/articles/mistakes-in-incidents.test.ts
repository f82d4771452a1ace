import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakesIn, withFields } from '../../fixtures/mistakes.ts';
import { article, type ContentFiles } from '../../fixtures/site.ts';

const file = 'content/articles/late.mdx';

const seeded: [mistake: string, fields: Record<string, string | null>, says: string][] = [
  [
    'does not say when it began',
    { opened: null },
    `${file}:4  opened\nThis incident does not say when it began.\nAdd it, with a zone: opened: 2026-11-20T08:15Z.`,
  ],
  [
    'does not say what it touches',
    { affects: '{}' },
    `${file}:11  affects\nThis incident does not say what it touches.\n` +
      'Name products, articles or versions: affects: { articles: [restore-a-file], versions: ">=5" }.',
  ],
  [
    'touches a product that does not exist',
    { affects: '{ products: [snyc] }' },
    `${file}:11  affects.products[0]\nThere is no product "snyc".\n` +
      'Did you mean "sync"? Products are the files in content/products.',
  ],
  [
    'touches an article that does not exist',
    { affects: '{ articles: [share-a-folder, restore-file] }' },
    `${file}:11  affects.articles[1]\nThere is no article "restore-file".\n` +
      'Did you mean "restore-a-file"? Name the file of the article, without folder and ending.',
  ],
  [
    'touches itself',
    { affects: '{ articles: [late] }' },
    `${file}:11  affects.articles[0]\nAn incident cannot touch itself.\nDelete this line.`,
  ],
  [
    'touches versions that nobody has',
    { affects: '{ versions: ">=9" }' },
    `${file}:11  affects.versions\n">=9" covers no version of what this incident touches.\n` +
      'Northlight Sync has 5, 4.2, 3. Write a range such as ">=5".',
  ],
  [
    'names a time without a zone',
    { opened: '2026-11-20 08:15' },
    `${file}:10  opened\n"opened" is not in the form that is needed here.\n` +
      'Write day and time with a zone, such as 2026-11-20T08:15Z.',
  ],
  [
    'ended before it began',
    { resolved: '2026-11-20T08:00Z', why: 'So.', changed: 'That.' },
    `${file}:12  resolved\nThis incident was resolved before it began.\nCorrect one of the two times; mind their zones.`,
  ],
  [
    'is resolved without a reason',
    { resolved: '2026-11-20T10:00+01:00', changed: 'That.' },
    `${file}:4  why\nThis incident is resolved, but does not say why it happened.\n` +
      'Add it: everyone who said that it concerns them too is told.',
  ],
  [
    'is resolved without what was changed',
    { resolved: '2026-11-20T10:00Z', why: 'So.' },
    `${file}:4  changed\nThis incident is resolved, but does not say what was changed.\n` +
      'Add it: everyone who said that it concerns them too is told.',
  ],
];

for (const [mistake, fields, says] of seeded) {
  test(`an incident that ${mistake} stops the build`, async () => {
    assert.match(await mistakesIn(incident(fields)), new RegExp(escaped(says)));
  });
}

test('an incident that says all of this is sound', async () => {
  const mistakes = await mistakesIn(
    incident({
      affects: '{ articles: [share-a-folder], versions: ">=5" }',
      resolved: '2026-11-20T10:00Z',
      why: 'A',
      changed: 'B',
    }),
  );

  assert.equal(mistakes, '');
});

test('an incident has one file, because two could disagree on whether it is over', async () => {
  const both = { ...incident({ versions: '">=5"' }, 'late@5'), ...incident({ versions: '"<5"' }, 'late@4') };

  assert.match(await mistakesIn(both), /This incident stands in content\/articles\/late@4\.mdx already\./);
});

test('an article that is no incident neither begins nor touches anything', async () => {
  const mistakes = await mistakesIn(withFields({ opened: '2026-11-20T08:15Z' }));

  assert.match(mistakes, /:10 {2}opened\nOnly an incident has "opened"\.\nDelete it, or write "type: incident"\./);
});

function incident(fields: Record<string, string | null>, name = 'late'): ContentFiles {
  const sound = { type: 'incident', opened: '2026-11-20T08:15Z', affects: '{ products: [sync] }' };
  return { [`articles/${name}.mdx`]: article({ ...sound, ...fields }) };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
