import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchReader } from '../../../src/search/filters.ts';
import type { FoundPage } from '../../../src/search/found-page.ts';
import { onlyForInWords } from '../../../src/search/only-for-in-words.ts';
import { onlyFor } from '../../../src/search/only-for.ts';

test('a page for the newest version and the first audience needs no label', () => {
  const label = labelOf(page(['5', '4.2'], ['home', 'office']), {});

  assert.equal(label, undefined);
});

test('a page for an older version says so to a reader who has chosen nothing', () => {
  const label = labelOf(page(['3'], ['home']), {});

  assert.equal(label, 'Only in Sync 3');
});

test('a page for the version that the reader has needs no label', () => {
  const label = labelOf(page(['3'], ['home']), { product: 'sync', version: '3' });

  assert.equal(label, undefined);
});

test('a version of another product says nothing about this one', () => {
  const label = labelOf(page(['5'], ['home']), { product: 'mini', version: '10' });

  assert.equal(label, undefined);
});

test('a page for other versions and other readers says both', () => {
  const label = labelOf(page(['4.2', '3'], ['office', 'admin']), { product: 'sync', version: '5', audience: 'home' });

  assert.equal(label, 'Only in Sync 4.2 and Sync 3, at the office and for administrators');
});

test('a reader of a kind that the product does not have is spared a label that would be on all of it', () => {
  const label = labelOf(page(['5'], ['home']), { product: 'writer', audience: 'translator' });

  assert.equal(label, undefined);
});

test('a name that begins with a short one in capitals keeps them', () => {
  const label = labelOf(page(['5'], ['it']), {});

  assert.equal(label, 'Only IT staff');
});

function labelOf(page: FoundPage, reader: SearchReader): string | undefined {
  const others = onlyFor(page, reader, 'en-GB');
  return others && onlyForInWords(others);
}

const TITLES: Record<string, string> = {
  home: 'At home',
  office: 'At the office',
  admin: 'For administrators',
  it: 'IT staff',
};

function page(versions: string[], audiences: string[]): FoundPage {
  return {
    address: '/articles/restore/',
    title: 'Restore',
    product: 'sync',
    text: '',
    headings: [],
    card: {
      slug: 'restore',
      product: 'Sync',
      newest: '5',
      firstAudience: 'home',
      audiencesOfProduct: ['home', 'office', 'admin'],
      versions: versions.map((id) => ({ id, label: `Sync ${id}` })),
      audiences: audiences.map((id) => ({ id, title: TITLES[id] ?? id })),
    },
  };
}
