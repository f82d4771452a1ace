import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assetPaths, assetsIn, assetTable, withAllNeeded } from '../../../src/offline/assets-in.ts';

test('assets and pictures are found in whatever way a page mentions them, films are not', () => {
  const html = `<link href="/_astro/Page.B1.css"><script src='/_astro/a.b2.js'></script>
    <script>import "/_astro/c.c3.js";</script><style>body{background:url(/_astro/sky.d4.webp)}</style>
    <astro-island component-url="/_astro/DidThisHelp.e5.js" renderer-url="/_astro/client.f6.js"></astro-island>
    <img srcset="/_astro/s.g7.webp 1x, /_astro/l.h8.webp 2x" src="/_astro/s.g7.webp"><a href="/_astro/">none</a>
    <img src="/videos/restore.jpg"><source src="/videos/restore.webm"><a href="/articles/a/">none</a>`;

  const assets = assetsIn(html);

  assert.deepEqual(assets, [
    ...['_astro/Page.B1.css', '_astro/a.b2.js', '_astro/c.c3.js', '_astro/sky.d4.webp'],
    ...['_astro/DidThisHelp.e5.js', '_astro/client.f6.js', '_astro/s.g7.webp', '_astro/l.h8.webp'],
    'videos/restore.jpg',
  ]);
});

test('below an address of its host, a site has its own assets only', () => {
  const assets = assetsIn('<link href="/help/_astro/a.css"><link href="/_astro/b.css">', '/help/');

  assert.deepEqual(assets, ['_astro/a.css']);
});

test('what assets lead to is followed to the end, in a circle too', () => {
  const table = assetTable(
    new Map([
      ['page.js', 'import("./island.js")'],
      ['island.js', 'import"./shared.js";new Worker("/_astro/worker.js")'],
      ['shared.js', 'import"./island.js"'],
      ['worker.js', ''],
      ['other.js', 'import"./shared.js"'],
    ]),
  );

  const needed = withAllNeeded(['_astro/page.js', '_astro/of-another-build.js'], table);

  assert.deepEqual(
    needed,
    ['page.js', 'of-another-build.js', 'island.js', 'shared.js', 'worker.js'].map((name) => `_astro/${name}`),
  );
  assert.equal(assetPaths(table).length, 5);
});
