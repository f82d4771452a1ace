import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePaths } from '../../../src/articles/article-paths.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { article, writeContent, type ContentFiles } from '../../fixtures/site.ts';

const BODY = 'Choose <For versions=">=4">History</For><For versions="3">Snapshots</For>.';

test('each page of each article has its path', async () => {
  const content = await read({ 'articles/restore-a-file.mdx': article({}, BODY) });

  const paths = articlePaths(content, { redirects: false });

  assert.deepEqual(
    paths.map(({ params }) => [params.slug, params.variant]),
    [
      ['restore-a-file', undefined],
      ['restore-a-file', '3'],
      ['share-a-folder', undefined],
    ],
  );
});

test('without a server every other address below the article has a path that leads to its page', async () => {
  const content = await read({
    'articles/restore-a-file.mdx': article({ redirectFrom: '[/kb/1]' }, BODY),
    'articles/share-a-folder.mdx': null,
  });

  const paths = articlePaths(content, { redirects: true });

  const leading = paths.flatMap(({ params, props }) => ('redirect' in props ? [[params.variant, props.redirect]] : []));
  assert.equal(paths.length, 4 * 4);
  assert.equal(leading.length, 14);
  assert.deepEqual(
    leading.find(([variant]) => variant === '3/for-admin'),
    ['3/for-admin', '/articles/restore-a-file/3/'],
  );
});

test('a page is given the articles that help next, with the page of each that fits its reader', async () => {
  const content = await read({
    'articles/restore-a-file.mdx': article({ related: '[share-a-folder]' }),
    'articles/share-a-folder.mdx': article({ title: 'Share a folder' }),
  });

  const paths = articlePaths(content, { redirects: false });

  const related = paths.map(({ props }) => ('related' in props ? props.related : undefined));
  assert.deepEqual(
    related[0]?.map(({ slug, title, address, product }) => [slug, title, address, product]),
    [['share-a-folder', 'Share a folder', '/articles/share-a-folder/', 'sync']],
  );
  assert.deepEqual(related[1], []);
});

async function read(files: ContentFiles) {
  await using content = await writeContent(files);
  return await readContent(content.folder);
}
