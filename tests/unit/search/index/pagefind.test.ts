import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { writeIndex } from '../../../../src/search/build-index.ts';
import { indexWord } from '../../../../src/search/index/index-word.ts';
import { openIndex } from '../../../../src/search/index/open-index.ts';
import type { SearchIndex } from '../../../../src/search/index/search-index.ts';
import { indexedSite } from '../../../../src/search/indexed-site.ts';
import { searchRecords } from '../../../../src/search/search-records.ts';
import { contentFixture } from '../content-fixture.ts';

// Pagefind describes its files in its source alone. Its own client is the judge of how we read them, and of whether
// it can still read them after their pieces were cut.

for (const word of [
  'snapshot',
  'printer',
  'overwritten',
  'calendar',
  'quota',
  'NL-1042',
  'offline',
  'earlier',
  'café',
  'cafe',
  'Größe',
  'muller',
]) {
  test(`"${word}" is found on the pages on which Pagefind finds it, at the same places`, async (t) => {
    const { index, pagefind } = await bothOver(t);

    const ours = await pagesWith(index, word);

    const theirs = await pagefind(word);
    assert.ok(theirs.length > 0);
    assert.deepEqual(ours, theirs);
  });
}

test('each word of each page is found where it stands', async (t) => {
  const { index } = await bothOver(t);

  for (let number = 0; number < index.pageCount; number += 1) {
    const { text, address } = await index.page(number);
    for (const [place, word] of text.split(/\s+/).entries()) {
      const wanted = indexWord(word, index.language);
      if (wanted === '') continue;
      const posting = (await index.postings(wanted))?.find(({ page }) => page === number);
      assert.ok(posting?.places.includes(place), `"${word}", word ${place} of ${address}, looked up as "${wanted}"`);
    }
  }
});

test('the filters of a page are those that Pagefind keeps with its text', async (t) => {
  const { index } = await bothOver(t);

  const products = await index.filter('product');

  for (const [product, pages] of products) {
    const found = await Promise.all(pages.map((page) => index.page(page)));
    assert.deepEqual([...new Set(found.map((page) => page.product))], [product]);
  }
});

type Found = { address: string; places: number[] };

async function pagesWith(index: SearchIndex, word: string): Promise<Found[]> {
  const postings = (await index.postings(indexWord(word, index.language))) ?? [];
  const found = await Promise.all(
    postings.map(async ({ page, places }) => ({ address: (await index.page(page)).address, places })),
  );
  return found.sort(byAddress);
}

async function bothOver(t: TestContext) {
  const { content, folder } = await contentFixture(t);
  const path = join(folder, 'pagefind');
  await writeIndex(searchRecords(content), { folder: path, site: indexedSite(content) });
  const index = await openIndex((file) => readFile(join(path, file)));
  return { index, pagefind: await pagefindIn(path) };
}

/** Asks Pagefind's own client, which fetches its files and is given those of a folder instead. */
async function pagefindIn(folder: string): Promise<(word: string) => Promise<Found[]>> {
  const source = await readFile(join(folder, 'pagefind.js'), 'utf8');
  const fromFiles = `
    import { readFile } from 'node:fs/promises';
    const fetch = async (address) => new Response(await readFile(new URL(new URL(address).pathname, 'file:')));
  `;
  const address = `data:text/javascript;base64,${Buffer.from(fromFiles + source).toString('base64')}`;
  const module = (await import(address)) as PagefindModule;
  const client = module.createInstance({ basePath: `${pathToFileURL(folder).href}/`, baseUrl: '/', noWorker: true });
  await client.init();
  return async (word) => {
    const { results } = await client.search(word);
    const pages = await Promise.all(
      results.map(async ({ words, data }) => ({
        address: (await data()).url,
        places: [...words].sort((a, b) => a - b),
      })),
    );
    return pages.sort(byAddress);
  };
}

type PagefindModule = {
  createInstance: (options: { basePath: string; baseUrl: string; noWorker: boolean }) => {
    init: () => Promise<void>;
    search: (word: string) => Promise<{ results: { words: number[]; data: () => Promise<{ url: string }> }[] }>;
  };
};

function byAddress(one: Found, other: Found): number {
  return one.address < other.address ? -1 : 1;
}
