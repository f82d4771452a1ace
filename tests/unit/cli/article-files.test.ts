import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { articleFiles, articleSlugs } from '../../../src/cli/article-files.ts';
import { article, writeContent } from '../../fixtures/site.ts';

test('every edition of an article is found by its slug, in whatever folder it lies', async () => {
  await using content = await writeContent({
    'articles/deep/er/back-up@4.mdx': article(),
    'articles/deep/back-up@5.mdx': article(),
    'articles/back-up-again.mdx': article(),
  });

  const filesOf = await articleFiles(content.folder);

  assert.deepEqual(filesOf('back-up'), [
    join(content.folder, 'articles/deep/back-up@5.mdx'),
    join(content.folder, 'articles/deep/er/back-up@4.mdx'),
  ]);
  assert.deepEqual(filesOf('../back-up'), []);
});

test('a folder that is not there has no articles', async () => {
  const filesOf = await articleFiles('/nowhere/content');

  assert.deepEqual(filesOf('back-up'), []);
});

test('an article of two editions has one slug', async () => {
  await using content = await writeContent({
    'articles/back-up@4.mdx': article(),
    'articles/back-up@5.mdx': article(),
    'articles/restore.mdx': article(),
  });

  const slugs = await articleSlugs(content.folder);

  assert.ok(slugs.includes('restore'));
  assert.equal(slugs.filter((slug) => slug === 'back-up').length, 1);
});
