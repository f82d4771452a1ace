import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Vote } from '../../src/schema/vote.ts';
import { at } from '../fixtures/at.ts';
import { storeAdapters } from './store-adapters.ts';

for (const { name, emptyStore } of await storeAdapters(at('2026-11-21T09:00Z'))) {
  describe(`a store in ${name}`, () => {
    test('changes the vote of the same reader on the same article, and no other', async (t) => {
      const store = await emptyStore(t);

      const first = await store.putVote(vote('1', { helpful: true }));
      const changed = await store.putVote(vote('2', { helpful: false, reasons: ['out-of-date'], comment: 'ok' }));
      const elsewhere = await store.putVote(vote('3', { article: 'another-article' }));
      const somebodyElse = await store.putVote(vote('4', { reader: 'another-reader' }));

      assert.deepEqual(first, { id: 'vote-1', changed: false });
      assert.deepEqual(changed, { id: 'vote-1', changed: true });
      assert.deepEqual(elsewhere, { id: 'vote-3', changed: false });
      assert.deepEqual(somebodyElse, { id: 'vote-4', changed: false });
    });

    test('gives the votes that say no as they were cast, the latest first', async (t) => {
      const store = await emptyStore(t);
      await store.putVote(vote('1', { reader: 'reader-one', helpful: true }));
      await store.putVote(
        vote('2', { reader: 'reader-two', helpful: false, reasons: ['out-of-date'], comment: 'Old.' }),
      );

      const votes = await store.unhelpfulVotes(10);

      assert.deepEqual(
        votes.map((each) => each.vote),
        [vote('2', { reader: 'reader-two', helpful: false, reasons: ['out-of-date'], comment: 'Old.' }).vote],
      );
      assert.deepEqual(await store.unhelpfulVotes(0), []);
    });
  });
}

function vote(id: string, cast: Partial<Vote> = {}) {
  return {
    id: `vote-${id}`,
    castAt: at('2026-11-21T09:00Z'),
    vote: Vote.parse({
      article: 'some-article',
      helpful: true,
      reader: 'a-reader',
      contentHash: '0123456789abcdef',
      ...cast,
    }),
  };
}
