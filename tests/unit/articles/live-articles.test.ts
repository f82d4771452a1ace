import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { articlePages } from '../../../src/articles/article-pages.ts';
import { builtEditions } from '../../../src/articles/built-editions.ts';
import { keepSources } from '../../../src/articles/kept-sources.ts';
import { liveArticles } from '../../../src/articles/live-articles.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { article, writeContent } from '../../fixtures/site.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const BODY =
  'Open it.\n\n## Choose a day\n\n<For versions=">=5">New.</For><For versions="<5">Old.</For>\n\n## <For audiences="admin">Rules</For><For not="admin">Take it</For>\n';

test('an article has a text for each page, by the hash that its page carries, and its headings with their lines', async () => {
  await using content = await writeContent({ 'articles/share-a-folder.mdx': article({}, BODY) });
  const read = await readContent(content.folder);

  const shared = liveArticles(read).find(({ slug }) => slug === 'share-a-folder');

  const editions = read.editions.filter(({ slug }) => slug === 'share-a-folder');
  const [product] = read.products;
  assert.ok(product);
  const { pages } = articlePages(editions, product);
  assert.deepEqual(
    shared?.texts.map(({ contentHash }) => contentHash),
    pages.map(({ contentHash }) => contentHash),
  );
  assert.equal(shared?.texts.length, 4);
  assert.deepEqual(shared?.editions[0]?.headings, [
    { text: 'Choose a day', line: 14 },
    { text: 'Take it', line: 18 },
    { text: 'Rules', line: 18 },
  ]);
  assert.equal(shared?.editions[0]?.reviewedLine, 7);
});

test('drafts are nobody’s to read', async () => {
  await using content = await writeContent({ 'articles/share-a-folder.mdx': article({ draft: 'true' }) });

  const slugs = liveArticles(await readContent(content.folder)).map(({ slug }) => slug);

  assert.deepEqual(slugs, ['restore-a-file']);
});

test('hashes are those of the texts that were built, and lines those of the files', async (t) => {
  const folder = await temporaryFolder(t);
  await using before = await writeContent({
    'articles/share-a-folder.mdx': article({ title: 'Share' }, '## One\n\nText.\n'),
  });
  await using now = await writeContent({
    'articles/share-a-folder.mdx': article({ title: 'Give' }, 'New.\n\n## One\n\nText.\n'),
  });
  const [was, is] = [await readContent(before.folder), await readContent(now.folder)];
  await keepSources(was.editions, folder);

  const built = await builtEditions(is.editions, folder);

  const [live, old] = [liveArticles(is, built), liveArticles(was)].map((all) =>
    all.find(({ slug }) => slug === 'share-a-folder'),
  );
  assert.equal(live?.texts[0]?.contentHash, old?.texts[0]?.contentHash);
  assert.equal(live?.title, 'Give');
  assert.equal(live?.editions[0]?.headings[0]?.line, 14);
  assert.equal(await builtEditions(is.editions, join(folder, 'nowhere')), undefined);
});
