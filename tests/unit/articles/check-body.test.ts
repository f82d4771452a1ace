import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryContent } from '../../../src/articles/read-content.ts';
import { article, writeContent } from '../../fixtures/site.ts';

test('a misspelt audience is one mistake, and the parts for others are not blamed for it', async () => {
  const body = '<For audiences="home">At home.</For>\n\n<For audiences="admin">For administrators.</For>\n';
  await using content = await writeContent({
    'articles/restore-a-file.mdx': article({ audiences: '[home, grandma]' }, body),
  });

  const { mistakes } = await tryContent(content.folder);

  assert.deepEqual(
    mistakes.map(({ problem }) => problem),
    ['"grandma" is not an audience of Northlight Sync.'],
  );
});
