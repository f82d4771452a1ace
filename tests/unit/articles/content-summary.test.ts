import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectsFile, summarise } from '../../../src/articles/content-summary.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { article, writeContent } from '../../fixtures/site.ts';

test('addresses that were folded and addresses of earlier times are told apart', async () => {
  await using content = await writeContent({
    'articles/restore-a-file.mdx': article({ redirectFrom: '[/kb/über]' }),
    'articles/share-a-folder.mdx': article({ draft: 'true', redirectFrom: '[/kb/2]' }),
  });

  const { redirects, former } = summarise(await readContent(content.folder));

  assert.equal(redirects['/articles/restore-a-file/3/'], '/articles/restore-a-file/');
  assert.deepEqual(former, { '/kb/%C3%BCber/': '/articles/restore-a-file/' });
});

test('the days on which support ends are handed on, because pages say something else from then on', async () => {
  await using content = await writeContent();

  const { supportEnds } = summarise(await readContent(content.folder));

  assert.deepEqual(supportEnds, ['2027-01-31', '2025-12-31']);
});

test('a host that serves the pages alone is told former addresses with a slash and without, and where their Markdown is', () => {
  const file = redirectsFile({
    redirects: { '/articles/restore-a-file/5/': '/articles/restore-a-file/' },
    former: { '/kb/1142/': '/articles/restore-a-file/' },
  });

  assert.deepEqual(file.split('\n'), [
    '/articles/restore-a-file/5/ /articles/restore-a-file/ 301',
    '/kb/1142/ /articles/restore-a-file/ 301',
    '/kb/1142 /articles/restore-a-file/ 301',
    '/articles/restore-a-file/5.md /articles/restore-a-file.md 301',
    '/kb/1142.md /articles/restore-a-file.md 301',
    '',
  ]);
});
