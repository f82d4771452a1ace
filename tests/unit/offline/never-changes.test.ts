import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { neverChanges, whatNeverChanges } from '../../../src/offline/never-changes.ts';

describe('files whose names carry a hash never change', () => {
  for (const path of [
    '/_astro/Page.BvCyLUtr.css',
    '/pagefind/pagefind.en_2b39c0b43e.pf_meta',
    '/pagefind/fragment/en_044e736.pf_fragment',
    '/pagefind/words/0a1b2c3d4e.gz',
  ]) {
    test(path, () => {
      const itDoes = !neverChanges(path);

      assert.equal(itDoes, false);
    });
  }
});

describe('everything else is asked for again', () => {
  for (const path of [
    '/',
    '/sw.js',
    '/pagefind/pagefind-entry.json',
    '/pagefind/files.json',
    '/pagefind/wasm.en.pagefind',
    '/articles/error_0000007.html',
  ]) {
    test(path, () => {
      const itDoes = !neverChanges(path);

      assert.equal(itDoes, true);
    });
  }
});

test('a host is told of whole folders where all in them is so, and of single files where others change', () => {
  const patterns = whatNeverChanges([
    'index.html',
    '_astro/page.css',
    '_astro/fonts/a.woff2',
    'previews/topics/files.2b39c0b43e.png',
    'pagefind/pagefind.js',
    'pagefind/pagefind-entry.json',
    'pagefind/pagefind.en_2b39c0b43e.pf_meta',
    'pagefind/fragment/en_044e736.pf_fragment',
    'pagefind/fragment/en_0e44736.pf_fragment',
  ]);

  assert.deepEqual(patterns, [
    '/_astro/*',
    '/pagefind/fragment/*',
    '/pagefind/pagefind.en_2b39c0b43e.pf_meta',
    '/previews/*',
  ]);
});
