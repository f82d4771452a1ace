import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedArticles, oftenNeeded } from '../../../src/articles/ways-in.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { article, SITE_YAML, withLine, writeContent, type ContentFiles } from '../../fixtures/site.ts';

const OWN_ARTICLES = { 'articles/restore-a-file.mdx': null, 'articles/share-a-folder.mdx': null };

test('every article is listed once, in the order of titles', async () => {
  const content = await read({
    'articles/b.mdx': article({ title: 'Move in' }),
    'articles/a@5.mdx': article({ title: 'Share a folder', versions: '">=5"' }),
    'articles/a@3.mdx': article({ title: 'Share a folder in Sync 3', versions: '"<5"' }),
    'articles/c.mdx': article({ title: 'Back up' }),
  });

  const listed = listedArticles(content);

  assert.deepEqual(
    listed.map(({ slug, title }) => [slug, title]),
    [
      ['c', 'Back up'],
      ['b', 'Move in'],
      ['a', 'Share a folder'],
    ],
  );
});

test('the edition for the newest version speaks for its article, whatever its file is called', async () => {
  const content = await read({
    'articles/a@1.mdx': article({ title: 'New', topic: 'setup', versions: '">=5"' }),
    'articles/a@0.mdx': article({ title: 'Old', versions: '"<5"' }),
  });

  const [listed] = listedArticles(content);

  assert.deepEqual([listed?.title, listed?.topic], ['New', 'setup']);
});

test('titles are sorted as the language of the site sorts them', async () => {
  const content = await read({
    'site.yaml': withLine(SITE_YAML, 'en-GB', 'sv'),
    'articles/a.mdx': article({ title: 'Öppna en fil' }),
    'articles/b.mdx': article({ title: 'Zippa en fil' }),
  });

  const titles = listedArticles(content).map(({ title }) => title);

  assert.deepEqual(titles, ['Zippa en fil', 'Öppna en fil']);
});

test('what most articles lead to is needed most often, no more than asked for', async () => {
  const content = await read({
    'articles/a.mdx': article({ title: 'A', related: '[c]' }),
    'articles/b.mdx': article({ title: 'B', related: '[c, a]' }),
    'articles/c.mdx': article({ title: 'C' }),
  });

  const needed = oftenNeeded(content, 2);

  assert.deepEqual(
    needed.map(({ slug }) => slug),
    ['c', 'a'],
  );
});

test('incidents, references and explanations are not among what people need to do', async () => {
  const content = await read({
    'articles/a.mdx': article({ related: '[b, c, d]', type: 'troubleshooting' }),
    'articles/b.mdx': article({ type: 'incident', opened: '2026-11-20T08:15Z', affects: '{ products: [sync] }' }),
    'articles/c.mdx': article({ type: 'reference' }),
    'articles/d.mdx': article({ type: 'explanation' }),
  });

  const needed = oftenNeeded(content, 9);

  assert.deepEqual(
    needed.map(({ slug }) => slug),
    ['a'],
  );
});

async function read(files: ContentFiles) {
  await using content = await writeContent({ ...OWN_ARTICLES, ...files });
  return await readContent(content.folder);
}
