import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import { Vote } from '../../src/schema/vote.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { storeAdapters } from './store-adapters.ts';

const OPENED = at('2024-03-01T09:00Z');
const OLD = at('2024-06-01T00:00Z');

for (const { name, emptyStore } of await storeAdapters(OPENED)) {
  describe(`a store in ${name}`, () => {
    test('removes requests that ended long ago, with all that was said, and keeps how promises were kept', async (t) => {
      const store = await emptyStore(t);
      await opened(store, '1');
      await does(store, '1', '2024-03-01T10:00Z', { kind: 'answer', by: 'email', text: 'Press the button.' });
      await does(store, '1', '2024-03-02T10:00Z', { kind: 'mended' });

      const removed = await store.removeEscalations(OLD, 10);

      assert.equal(removed, 1);
      assert.equal(await store.escalationById('1'), undefined);
      assert.deepEqual(await store.eventsOf('1'), []);
      assert.deepEqual(await store.outboxCounts(), { waiting: 0, retrying: 0, needsAPerson: 0 });
      assert.deepEqual(await store.promiseCounts(OPENED, OLD), [
        { channel: 'email', kept: 1, missed: 0, moved: 0, open: 0 },
      ]);
    });

    test('never removes a request that waits and that nobody has', async (t) => {
      const store = await emptyStore(t);
      await opened(store, '1');
      await opened(store, '2');
      await does(store, '2', '2024-03-01T10:00Z', { kind: 'answer', by: 'phone', text: '' });
      await does(store, '2', '2024-03-02T10:00Z', { kind: 'reopened' });

      const removed = await store.removeEscalations(at('2030-01-01T00:00Z'), 10);

      assert.equal(removed, 0);
      assert.equal((await store.waitingEscalations()).length, 2);
    });

    test('removes a request that a help desk has had for long enough, though nobody tells us how it went', async (t) => {
      const store = await emptyStore(t);
      await opened(store, '1');
      await store.assignDesks(['zendesk', 'smtp'], OPENED, 10);
      await store.noteDelivered('1-zendesk', { id: '4711' });
      const half = await store.removeEscalations(OLD, 10);
      await store.noteDelivered('1-smtp', { id: 'mail' });

      const whole = await store.removeEscalations(OLD, 10);

      assert.deepEqual([half, whole], [0, 1]);
    });

    test('removes what lay in quarantine for long enough', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(storedEscalation('1', { openedAt: OPENED, quarantined: ['honeypot'] }));

      assert.equal(await store.removeEscalations(OLD, 10), 1);
    });

    test('counts from when anything last happened with a request, not from when it was opened', async (t) => {
      const store = await emptyStore(t);
      await opened(store, '1');
      await does(store, '1', '2024-03-01T10:00Z', { kind: 'answer', by: 'phone', text: '' });
      await does(store, '1', '2024-09-01T10:00Z', { kind: 'note', text: 'She called again.' });

      const removed = [
        await store.removeEscalations(OLD, 10),
        await store.removeEscalations(at('2024-09-01T10:00:01Z'), 10),
      ];

      assert.deepEqual(removed, [0, 1]);
    });

    test('removes not more requests and votes at once than it is told', async (t) => {
      const store = await emptyStore(t);
      for (const id of ['1', '2', '3']) {
        await opened(store, id);
        await does(store, id, '2024-03-01T10:00Z', { kind: 'mended' });
        await store.putVote(vote(id, OPENED));
      }
      await store.putVote(vote('4', OLD));

      const removed = [
        await store.removeEscalations(OLD, 2),
        await store.removeEscalations(OLD, 2),
        await store.removeVotes(OLD, 2),
        await store.removeVotes(OLD, 2),
      ];

      assert.deepEqual(removed, [2, 1, 2, 1]);
      assert.equal((await store.unhelpfulVotes(10)).length, 1);
    });

    test('a vote that is changed counts from then', async (t) => {
      const store = await emptyStore(t);
      await store.putVote(vote('1', OPENED));
      await store.putVote({ ...vote('2', OLD), vote: vote('1', OLD).vote });

      assert.equal(await store.removeVotes(OLD, 10), 0);
    });

    test('gives everything that people wrote, page by page', async (t) => {
      const store = await emptyStore(t);
      await opened(store, '1');
      await opened(store, '2');
      await does(store, '2', '2024-03-01T10:00Z', { kind: 'message', text: 'Still broken.' });
      await store.assignDesks(['zendesk'], OPENED, 10);
      await store.noteDelivered('2-zendesk', { id: '4711', url: 'https://desk.example/4711' });
      await store.putVote(vote('1', OPENED));
      await store.addSearch({ id: 's1', searchedAt: OPENED, search: { query: 'jo', results: 0, after: 'flo' } });

      const [first] = await store.escalationsInFull('', 1);
      const second = await store.escalationsInFull('1', 10);

      assert.equal(first?.reference, 'ref-1');
      assert.deepEqual(
        second.map(({ reference, added }) => [reference, added]),
        [['ref-2', ['message\nStill broken.']]],
      );
      const tickets = second[0]?.deliveries.map(({ desk, ticket }) => [desk, ticket?.id, ticket?.url]);
      assert.deepEqual(tickets?.[0], ['zendesk', '4711', 'https://desk.example/4711']);
      assert.deepEqual(await store.escalationsInFull('2', 10), []);
      assert.deepEqual(await store.commentsOfVotes('', 10), [{ id: '1', text: 'Comment 1.' }]);
      assert.deepEqual(await store.wordsOfSearches('', 10), [{ id: 's1', text: 'jo\nflo' }]);
    });

    test('forgets what it is told to, and leaves the rest; votes go on counting', async (t) => {
      const store = await emptyStore(t);
      await opened(store, '1');
      await opened(store, '2');
      await does(store, '1', '2024-03-01T10:00Z', { kind: 'message', text: 'Still broken.' });
      await store.putVote(vote('1', OPENED));
      await store.putVote(vote('2', OPENED));
      await store.addSearch({ id: 's1', searchedAt: OPENED, search: { query: 'jo', results: 0 } });

      const ids = { escalations: ['1'], comments: ['1'], searches: ['s1'] };
      await store.forget(ids);
      await store.forget(ids);

      assert.equal(await store.escalationById('1'), undefined);
      assert.equal((await store.waitingEscalations()).length, 1);
      assert.deepEqual(await store.commentsOfVotes('', 10), [{ id: '2', text: 'Comment 2.' }]);
      assert.equal((await store.unhelpfulVotes(10)).length, 2);
      assert.deepEqual(await store.wordsOfSearches('', 10), []);
    });
  });
}

async function opened(store: Store, id: string): Promise<void> {
  await store.addEscalation(storedEscalation(id, { openedAt: OPENED, promisedBy: OPENED.add({ hours: 4 }) }));
}

async function does(store: Store, id: string, when: string, act: EscalationAct): Promise<void> {
  const continued = await continueEscalation({ store, support, writesToCustomers: false }, id, { act }, at(when));
  assert.equal(continued.kind, 'kept');
}

function vote(id: string, castAt: Temporal.Instant) {
  const cast = { article: 'some-article', helpful: false, comment: `Comment ${id}.`, contentHash: '0123456789abcdef' };
  return { id, castAt, vote: Vote.parse({ ...cast, reader: `reader-${id}` }) };
}
