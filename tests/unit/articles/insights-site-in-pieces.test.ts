import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insightsSite } from '../../../src/articles/insights-site.ts';
import { insightsSiteInPieces } from '../../../src/articles/insights-site-in-pieces.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { historyContent } from '../../fixtures/history/history-content.ts';
import { writeContent } from '../../fixtures/site.ts';

test('a site that is read in pieces is the one that is read at once', async () => {
  await using written = await writeContent(historyContent(12));
  const content = await readContent(written.folder);

  const site = await insightsSiteInPieces(content);

  assert.equal(site.articles.length, 14);
  assert.deepEqual(site, insightsSite(content));
});

test('others are answered while a site is read', async () => {
  await using written = await writeContent(historyContent(12));
  const content = await readContent(written.folder);
  let answered = 0;
  const others = setInterval(() => answered++, 0);

  await insightsSiteInPieces(content);

  clearInterval(others);
  assert.ok(answered > 0);
});
