import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePages } from '../../../src/articles/article-pages.ts';
import { productOf } from '../../../src/articles/content.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { searchRecords } from '../../../src/search/search-records.ts';
import { withText } from '../../fixtures/mistakes.ts';
import { DRAWING } from '../../fixtures/pictures.ts';
import { writeContent, type ContentFiles } from '../../fixtures/site.ts';

const SHOWS = withText('![The menu of a file](./menu.svg "Top left")');

test('another picture under the same name is another text, to which earlier votes do not belong', async () => {
  const before = await hashOf({ ...SHOWS, 'articles/menu.svg': DRAWING });
  const after = await hashOf({ ...SHOWS, 'articles/menu.svg': DRAWING.replace('M0', 'M1') });

  assert.notEqual(after, before);
});

test('another picture for the dark theme is another text too', async () => {
  const before = await hashOf({ ...SHOWS, 'articles/menu.svg': DRAWING });
  const after = await hashOf({ ...SHOWS, 'articles/menu.svg': DRAWING, 'articles/menu.dark.svg': DRAWING });

  assert.notEqual(after, before);
});

test('the same picture at another place is the same text', async () => {
  const before = await hashOf({ ...SHOWS, 'articles/menu.svg': DRAWING });
  const moved = withText('![The menu of a file](./pictures/file-menu.svg "Top left")');
  const after = await hashOf({ ...moved, 'articles/pictures/file-menu.svg': DRAWING });

  assert.equal(after, before);
});

test('search finds what a picture shows, and its caption', async () => {
  await using content = await writeContent({ ...SHOWS, 'articles/menu.svg': DRAWING });

  const records = searchRecords(await readContent(content.folder));

  const record = records.find(({ slug }) => slug === 'restore-a-file');
  assert.deepEqual(
    record?.sections.map(({ text }) => text),
    ['The menu of a file\nTop left'],
  );
});

test('the text of a page names pictures by addresses that answer, as its Markdown does', async () => {
  await using written = await writeContent({ ...SHOWS, 'articles/menu.svg': DRAWING });
  const content = await readContent(written.folder);
  const [edition] = content.editions.filter(({ slug }) => slug === 'restore-a-file');

  const [page] = edition ? articlePages([edition], productOf(content, edition)).pages : [];

  assert.match(JSON.stringify(page?.tree), /"src":"\/_astro\/menu\.[0-9a-f]{10}\.svg"/);
});

async function hashOf(files: ContentFiles): Promise<string | undefined> {
  await using written = await writeContent(files);
  const content = await readContent(written.folder);
  const editions = content.editions.filter(({ slug }) => slug === 'restore-a-file');
  const [first] = editions;
  return first && articlePages(editions, productOf(content, first)).pages[0]?.contentHash;
}
