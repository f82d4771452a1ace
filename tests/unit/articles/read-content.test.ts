import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { articlePages } from '../../../src/articles/article-pages.ts';
import { editionsBySlug, productOf } from '../../../src/articles/content.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { article, SITE_YAML, writeContent, type ContentFiles } from '../../fixtures/site.ts';

test('a folder is read into site, audiences, topics, products and editions', async () => {
  const content = await read({});

  assert.equal(content.site.name, 'Northlight');
  assert.deepEqual(
    content.audiences.map(({ id }) => id),
    ['home', 'office', 'admin'],
  );
  assert.deepEqual(
    content.topics.map(({ id }) => id),
    ['files', 'setup'],
  );
  assert.deepEqual(
    content.products.map(({ id }) => id),
    ['sync'],
  );
  assert.deepEqual(
    content.editions.map(({ slug }) => slug),
    ['restore-a-file', 'share-a-folder'],
  );
});

test('what is left out of site.yaml and of an article has its default', async () => {
  const { site, editions } = await read({});

  assert.deepEqual(site.support.holidays, []);
  assert.equal(site.reviewEvery, 'P12M');
  assert.equal(site.switches.keepSearches, false);
  assert.deepEqual(editions[0]?.frontmatter.related, []);
  assert.equal(editions[0]?.frontmatter.draft, false);
});

test('an edition knows its article, its file and its whole text', async () => {
  const text = article({ versions: '">=4"' });

  const { editions } = await read({ 'articles/sync/files/move-in@4.mdx': text });

  const moveIn = editions.find(({ slug }) => slug === 'move-in');
  assert.equal(moveIn?.id, 'move-in@4');
  assert.equal(moveIn.file, 'content/articles/sync/files/move-in@4.mdx');
  assert.equal(moveIn.source, text);
  assert.equal(moveIn.frontmatter.versions, '>=4');
});

test('editions that tell readers apart by audience are one article', async () => {
  const { editions } = await read({
    'articles/a/move-in@home.mdx': article({ audiences: '[home, office]' }),
    'articles/b/move-in@admin.mdx': article({ audiences: '[admin]' }),
  });

  assert.equal(editionsBySlug(editions).get('move-in')?.length, 2);
});

test('drafts are read too', async () => {
  const { editions } = await read({ 'articles/later.mdx': article({ draft: 'true' }) });

  assert.equal(editions.find(({ slug }) => slug === 'later')?.frontmatter.draft, true);
});

test('pictures, notes for writers and other files beside the articles are left alone', async () => {
  const { editions } = await read({
    'articles/menu.png': 'png',
    'articles/README.md': '# How we write',
    'notes.txt': 'x',
  });

  assert.equal(editions.length, 2);
});

for (const slug of ['talk', 'voted', '404', 'index']) {
  test(`an article may be called ${slug}`, async () => {
    const { editions } = await read({ [`articles/${slug}.mdx`]: article() });

    assert.ok(editions.some((edition) => edition.slug === slug));
  });
}

describe('a file from Windows is read as any other', () => {
  const body = 'Open\nit.\n\n```\na\nb\n```\n';
  const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;

  test('with the same pages and hashes', async () => {
    const [here, there] = await Promise.all(
      [article({}, body), windows(article({}, body))].map(async (text) =>
        pagesOf(await read({ 'articles/x.mdx': text }), 'x'),
      ),
    );

    assert.deepEqual(there, here);
  });

  test('and so are the lists', async () => {
    const { site } = await read({ 'site.yaml': windows(SITE_YAML) });

    assert.equal(site.contact.email, 'help@northlight.example');
  });
});

test('a line of --- below the fields belongs to the text', async () => {
  const { editions } = await read({ 'articles/x.mdx': article({}, 'One.\n\n---\n\nTwo.') });

  assert.equal(editions.find(({ slug }) => slug === 'x')?.frontmatter.owner, 'sync-writers');
});

test('an article of 1 MB is read and pruned', async () => {
  const body = `${'Some text with **bold** words in it, and more of them.\n\n'.repeat(20_000)}<For versions="5">Five.</For>`;

  const pages = pagesOf(await read({ 'articles/long.mdx': article({}, body) }), 'long');

  assert.equal(pages.length, 2);
});

async function read(files: ContentFiles) {
  await using content = await writeContent(files);
  return await readContent(content.folder);
}

function pagesOf(content: Awaited<ReturnType<typeof read>>, slug: string) {
  const editions = editionsBySlug(content.editions).get(slug) ?? [];
  const first = editions[0];
  assert.ok(first);
  const { pages } = articlePages(editions, productOf(content, first));
  return pages.map(({ address, contentHash }) => ({ address, contentHash }));
}
