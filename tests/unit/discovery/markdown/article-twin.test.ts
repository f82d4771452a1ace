import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleTwin } from '../../../../src/discovery/markdown/article-twin.ts';
import { edition, treeOf } from '../../../fixtures/editions.ts';

const OVER = {
  type: 'incident' as const,
  opened: '2026-11-20T08:00Z',
  resolved: '2026-11-20T12:00Z',
  why: 'A disk was *full*.',
  changed: 'We look at it every hour.',
};

test('the twin of an incident that is over says why it happened and what was changed below its text', () => {
  const twin = twinOf('All is well.', OVER);

  assert.match(
    twin,
    /\n\n\*\*It began .* mended .*\*\*\n\nAll is well\.\n\n## Why it happened\n\nA disk was \\\*full\\\*\./,
  );
  assert.match(twin, /\n\n## What we changed\n\nWe look at it every hour\.\n$/);
});

test('what its text tells, the twin of an incident does not tell again', () => {
  const twin = twinOf('## Why it happened\n\nMuch more.', OVER);

  assert.equal(twin.split('Why it happened').length, 2);
  assert.ok(!twin.includes('A disk was'));
});

function twinOf(body: string, fields: Parameters<typeof edition>[1]): string {
  return articleTwin({
    edition: edition(body, fields),
    product: 'Northlight Sync',
    versions: ['Sync 5'],
    audiences: ['At home'],
    language: 'en-GB',
    url: 'https://help.example.com/articles/slow/',
    changedAt: '2026-11-20',
    tree: treeOf(body),
    related: [],
    absolute: (address) => `https://help.example.com${address}`,
  });
}
