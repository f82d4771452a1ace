import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetOutlived, type Keeping } from '../../../src/server/forget-outlived.ts';

const now = Temporal.Instant.from('2026-11-22T09:00Z');
const keeping: Keeping = { keepSearchesFor: 'P180D', keepRequestsFor: 'P2Y', keepVotesFor: 'P3Y' };

test('each kind is kept for as long as the site says', async () => {
  const asked: string[] = [];
  const store = kept({ asked });

  await forgetOutlived(store, keeping, now, new AbortController().signal);

  assert.deepEqual(asked, [
    'searches before 2026-05-26T09:00:00Z',
    'requests before 2024-11-22T09:00:00Z',
    'votes before 2023-11-22T09:00:00Z',
  ]);
});

for (const [keepFor, before] of [
  ['P180D', '2026-05-26T09:00:00Z'],
  ['P6M', '2026-05-22T09:00:00Z'],
  ['P2W', '2026-11-08T09:00:00Z'],
  ['P1Y', '2025-11-22T09:00:00Z'],
  ['P999Y', '1027-11-22T09:00:00Z'],
] as const) {
  test(`what is kept for ${keepFor} is removed when it is from before ${before}`, async () => {
    const asked: string[] = [];
    const store = kept({ asked });

    await forgetOutlived(store, { ...keeping, keepRequestsFor: keepFor }, now, new AbortController().signal);

    assert.equal(asked[1], `requests before ${before}`);
  });
}

test('many are removed bit by bit, and others are served in between', async () => {
  let served = 0;
  const store = kept({ requests: 1_234, votes: 500, afterEach: () => void setImmediate(() => served++) });

  const forgotten = await forgetOutlived(store, keeping, now, new AbortController().signal);

  assert.deepEqual(forgotten, { searches: 0, requests: 1_234, votes: 500 });
  assert.ok(served >= 3);
});

test('a server that stops leaves the rest for the next time', async () => {
  const stopping = new AbortController();
  const asked: string[] = [];
  const store = kept({ asked, searches: 2_000, votes: 2_000, afterEach: () => stopping.abort() });

  const forgotten = await forgetOutlived(store, keeping, now, stopping.signal);

  assert.deepEqual(forgotten, { searches: 500, requests: 0, votes: 0 });
  assert.equal(asked.length, 1);
});

/** A store that holds so many of each kind, all of them old. */
function kept({ searches = 0, requests = 0, votes = 0, asked = [] as string[], afterEach = () => {} }) {
  const remover = (name: string, count: number) => {
    let left = count;
    return async (before: Temporal.Instant, most: number) => {
      asked.push(`${name} before ${before.toString()}`);
      const removed = Math.min(left, most);
      left -= removed;
      afterEach();
      return removed;
    };
  };
  return {
    removeSearches: remover('searches', searches),
    removeEscalations: remover('requests', requests),
    removeVotes: remover('votes', votes),
  };
}
