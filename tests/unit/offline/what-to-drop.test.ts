import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assetsToDrop, pagesToDrop } from '../../../src/offline/what-to-drop.ts';

test('pages that were read the longest ago go first, in whatever order the browser lists them', () => {
  const pages = [3, 1, 4, 2].map((keptAtMs) => ({ address: `/articles/${keptAtMs}/`, keptAtMs, needs: [] }));

  const dropped = pagesToDrop(pages, 2);

  assert.deepEqual(dropped, ['/articles/2/', '/articles/1/']);
});

test('as long as there is room, no page goes', () => {
  const dropped = pagesToDrop([{ address: '/', keptAtMs: 1, needs: [] }], 60);

  assert.deepEqual(dropped, []);
});

test('assets of the two newest builds stay, and those that a kept page needs', () => {
  const kept = ['new.js', 'former.js', 'of-a-kept-page.js', 'nobody-asks.js'];
  const page = { address: '/articles/a/', keptAtMs: 1, needs: ['of-a-kept-page.js', 'not-kept.js'] };

  const dropped = assetsToDrop(kept, [['new.js'], ['former.js']], [page]);

  assert.deepEqual(dropped, ['nobody-asks.js']);
});
