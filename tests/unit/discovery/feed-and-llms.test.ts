import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePaths } from '../../../src/articles/article-paths.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { feed } from '../../../src/discovery/feed.ts';
import { llms } from '../../../src/discovery/llms.ts';
import { articlesOf, publicPages } from '../../../src/discovery/public-pages.ts';
import { article, writeContent, type ContentFiles } from '../../fixtures/site.ts';

const SITE = 'https://help.example.com';
const TWO_PAGES = 'Choose <For versions=">=4">History</For><For versions="3">Snapshots</For>.';

test('the feed has one entry an article, the latest change first, with an id that stays', async () => {
  const { content, articles } = await read({
    'articles/restore-a-file.mdx': article({ title: 'Restore <it> & more', reviewed: '2026-02-01' }, TWO_PAGES),
    'articles/share-a-folder.mdx': article({ title: 'Share a folder', reviewed: '2026-03-01' }),
  });

  const xml = feed(content, articles, new Map(), SITE);

  assert.deepEqual(
    [...xml.matchAll(/<entry>\s*<id>(.*?)<\/id>/g)].map(([, id]) => id),
    [`${SITE}/articles/share-a-folder/`, `${SITE}/articles/restore-a-file/`],
  );
  assert.match(xml, /<title>Restore &lt;it&gt; &amp; more<\/title>\s*<updated>2026-02-01T00:00:00Z<\/updated>/);
  assert.match(xml, /<\/title>\s*<updated>2026-03-01T00:00:00Z<\/updated>\s*<author>/);
  assert.match(xml, /<link rel="self" type="application\/atom\+xml" href="https:\/\/help\.example\.com\/feed\.xml"\/>/);
});

test('a change of its file moves an article up in the feed', async () => {
  const { content, articles } = await read({
    'articles/restore-a-file.mdx': article({ reviewed: '2026-02-01' }),
    'articles/share-a-folder.mdx': article({ title: 'Share a folder', reviewed: '2026-03-01' }),
  });

  const xml = feed(content, articles, new Map([['content/articles/restore-a-file.mdx', '2026-04-01T00:00:00Z']]), SITE);

  assert.match(xml.slice(xml.indexOf('<entry>')), /^<entry>\s*<id>[^<]*restore-a-file/);
});

test('llms.txt names the site, and the Markdown twin of every page; older versions may be left out', async () => {
  const { content, articles } = await read({ 'articles/restore-a-file.mdx': article({}, TWO_PAGES) });

  const text = llms(content, articles, SITE);

  assert.match(text, /^# Northlight Help\n\n> Answers, and people where the answers end\.\n\n/);
  assert.match(
    text,
    /\n- \[Get back an earlier copy of a file\]\(https:\/\/help\.example\.com\/articles\/restore-a-file\.md\): /,
  );
  const optional = text.slice(text.indexOf('## Optional'));
  assert.match(optional, /\(https:\/\/help\.example\.com\/articles\/restore-a-file\/3\.md\): Sync 3, /);
});

test('every page of an article is public once, and a list changed when the last of its articles did', async () => {
  const { content, articles } = await read({
    'articles/restore-a-file.mdx': article({ reviewed: '2026-02-01' }, TWO_PAGES),
    'articles/share-a-folder.mdx': article({ title: 'Share a folder', reviewed: '2026-03-01' }),
  });

  const pages = publicPages(content, articles, new Map());

  assert.equal(new Set(pages.map(({ address }) => address)).size, pages.length);
  assert.deepEqual(
    pages.filter(({ address }) => address.startsWith('/articles/')).map(({ address }) => address),
    ['/articles/restore-a-file/', '/articles/restore-a-file/3/', '/articles/share-a-folder/'],
  );
  assert.equal(pages.find(({ address }) => address === '/products/sync/')?.changedAt, '2026-03-01T00:00:00Z');
});

async function read(files: ContentFiles) {
  await using written = await writeContent(files);
  const content = await readContent(written.folder);
  return { content, articles: articlesOf(articlePaths(content, { redirects: true })) };
}
