import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterChoices, otherChoices, type FilterGroup } from '../../../src/search/filter-choices.ts';
import type { Filters } from '../../../src/search/filters.ts';
import type { FilterCounts } from '../../../src/search/search-answer.ts';

const GROUPS: FilterGroup[] = [
  {
    name: 'product',
    all: 'All products',
    choices: [
      { value: 'sync', label: 'Sync' },
      { value: 'mini', label: 'Mini' },
      { value: 'disk', label: 'Disk' },
    ],
  },
  {
    name: 'version',
    all: 'All versions',
    choices: [
      { value: '5', label: 'Sync 5', of: 'sync' },
      { value: '3', label: 'Sync 3', of: 'sync' },
      { value: '5', label: 'Mini 5', of: 'mini' },
    ],
  },
];

test('choices that find something are shown with their counts, in the order of the content', () => {
  const [product] = choices({}, { product: counted({ mini: 7, sync: 2 }) });

  assert.deepEqual(shown(product), ['All products', 'Sync 2', 'Mini 7']);
});

test('a chosen value stays though it finds nothing, and leads back without it', () => {
  const [product] = choices({ product: 'disk' }, { product: counted({ mini: 7 }) });

  assert.deepEqual(shown(product), ['All products', 'Mini 7', 'Disk 0']);
  assert.deepEqual(product?.chosen, { label: 'Disk', address: '?q=fan' });
});

test('a group with nothing to choose between is hidden', () => {
  const [product] = choices({}, { product: counted({ mini: 7 }) });

  assert.equal(product?.isHidden, true);
});

test('versions are shown for the chosen product alone, by the names that it gives them', () => {
  const [, without] = choices({}, { version: counted({ 5: 3, 3: 1 }) });
  const [, within] = choices({ product: 'sync' }, { version: counted({ 5: 3, 3: 1 }) });

  assert.equal(without?.isHidden, true);
  assert.deepEqual(shown(within), ['All versions', 'Sync 5 3', 'Sync 3 1']);
});

test('versions of one name keep the product that each belongs to', () => {
  const [, version] = choices({ product: 'mini' }, { version: counted({ 5: 3 }) });

  assert.deepEqual(
    version?.choices.filter(({ value }) => value === '5').map(({ label, of, isHidden }) => [label, of, isHidden]),
    [
      ['Sync 5', 'sync', true],
      ['Mini 5', 'mini', false],
    ],
  );
});

test('another product leads on without the version of the former one', () => {
  const [product] = choices({ product: 'sync', version: '3' }, { product: counted({ sync: 1, mini: 7 }) });

  assert.equal(product?.choices.find(({ label }) => label === 'Mini')?.address, '?q=fan&product=mini');
});

test('a value that the site does not have can be cleared', () => {
  const [product] = choices({ product: 'gone' }, { product: [] });

  assert.deepEqual(product?.chosen, { label: 'gone', address: '?q=fan' });
});

test('where nothing could be counted, everything is shown', () => {
  const [product] = filterChoices(GROUPS, { question: 'fan', filters: {} });

  assert.deepEqual(shown(product), ['All products', 'Sync', 'Mini', 'Disk']);
});

test('the shortest ways out of limits are other values of what was chosen, those with most first', () => {
  const groups = choices(
    { product: 'sync', version: '3' },
    { product: counted({ mini: 7, disk: 2 }), version: counted({ 5: 4 }) },
  );

  const ways = otherChoices(groups, 2);

  assert.deepEqual(
    ways.map(({ label, count, address }) => [label, count, address]),
    [
      ['Mini', 7, '?q=fan&product=mini'],
      ['Sync 5', 4, '?q=fan&product=sync&version=5'],
    ],
  );
});

test('a version of another product is no way out, though its name is counted', () => {
  const groups = choices({ product: 'sync', version: '3' }, { version: counted({ 5: 4 }) });

  const ways = otherChoices(groups);

  assert.deepEqual(
    ways.map(({ label }) => label),
    ['Sync 5'],
  );
});

function choices(filters: Filters, over: Partial<FilterCounts>) {
  const counts: FilterCounts = { product: [], version: [], audience: [], type: [], topic: [], ...over };
  return filterChoices(GROUPS, { question: 'fan', filters }, counts);
}

function counted(counts: Record<string, number>) {
  return Object.entries(counts).map(([value, count]) => ({ value, count }));
}

function shown(group: ReturnType<typeof filterChoices>[number] | undefined): string[] {
  const visible = group?.choices.filter(({ isHidden }) => !isHidden) ?? [];
  return visible.map(({ label, count }) => [label, count].filter((part) => part !== undefined).join(' '));
}
