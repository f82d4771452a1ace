import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findGaps } from '../../../src/variants/find-gaps.ts';
import { edition, syncProduct } from '../../fixtures/editions.ts';

test('editions side by side that cover everything have no gap', () => {
  const editions = [
    edition('', { id: 'restore-a-file@4', versions: '>=4' }),
    edition('', { id: 'restore-a-file@3', versions: '<4' }),
  ];

  const gaps = findGaps(editions, syncProduct());

  assert.deepEqual(gaps, []);
});

test('editions may share a version where they are for different audiences', () => {
  const editions = [
    edition('', { id: 'restore-a-file@home', audiences: ['home', 'office'] }),
    edition('', { id: 'restore-a-file@admin', audiences: ['admin'] }),
  ];

  const gaps = findGaps(editions, syncProduct());

  assert.deepEqual(gaps, []);
});

test('versions at the ends need not be covered', () => {
  const gaps = findGaps([edition('', { versions: '4.2' })], syncProduct());

  assert.deepEqual(gaps, []);
});

test('an overlap is one mistake, however many readers it has', () => {
  const editions = [
    edition('', { id: 'restore-a-file@4', versions: '>=4' }),
    edition('', { id: 'restore-a-file@3', versions: '<5' }),
  ];

  const gaps = findGaps(editions, syncProduct());

  assert.deepEqual(gaps, [
    {
      problem: 'Two editions serve version 4.2 for "home": this one and content/articles/restore-a-file@4.mdx.',
      where: { file: 'content/articles/restore-a-file@3.mdx', field: 'versions' },
      fix: 'Narrow versions or audiences of one of them. If they are two articles, rename one of the files.',
    },
  ]);
});

test('a version between covered ones that no edition covers is a hole', () => {
  const editions = [
    edition('', { id: 'restore-a-file@5', versions: '>=5' }),
    edition('', { id: 'restore-a-file@3', versions: '<4' }),
  ];

  const gaps = findGaps(editions, syncProduct());

  assert.deepEqual(gaps, [
    {
      problem:
        'No edition of "restore-a-file" covers version 4.2 of Northlight Sync, while a newer and an older one are covered.',
      where: { file: 'content/articles/restore-a-file@5.mdx', field: 'versions' },
      fix: 'Widen a range to take in 4.2, or add restore-a-file@4.2.mdx.',
    },
  ]);
});

test('a hole inside the range of a single edition is one too', () => {
  const gaps = findGaps([edition('', { versions: '5, 3' })], syncProduct());

  assert.equal(gaps.length, 1);
});

test('unknown versions and audiences are each named with their field', () => {
  const gaps = findGaps([edition('', { versions: '9', audiences: ['home', 'boss'] })], syncProduct());

  assert.deepEqual(
    gaps.map(({ problem, where }) => [where.field, problem]),
    [
      ['versions', '"9" covers no version of Northlight Sync.'],
      ['audiences[1]', '"boss" is not an audience of Northlight Sync.'],
    ],
  );
});

test('a range that cannot be read is not reported as a hole as well', () => {
  const editions = [
    edition('', { id: 'restore-a-file@5', versions: '>=5' }),
    edition('', { id: 'restore-a-file@4', versions: 'four' }),
    edition('', { id: 'restore-a-file@3', versions: '<4' }),
  ];

  const gaps = findGaps(editions, syncProduct());

  assert.deepEqual(
    gaps.map(({ problem }) => problem),
    ['"four" is not a range of versions.'],
  );
});
