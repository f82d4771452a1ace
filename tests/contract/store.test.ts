import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Escalation } from '../../src/schema/escalation.ts';
import type { SearchLog } from '../../src/schema/search-log.ts';
import { Vote } from '../../src/schema/vote.ts';
import { StoreUnavailable, type StoredEscalation } from '../../src/server/store.ts';
import { storeAdapters } from './store-adapters.ts';

for (const { name, emptyStore, place } of await storeAdapters(at('2026-11-21T09:00Z'))) {
  describe(`a store in ${name}`, () => {
    test('keeps an escalation exactly as it was, also after it was closed and opened again', async (t) => {
      const open = await place(t);
      const opened = stored('1', {
        message: '<b>مرحبا</b> 👩‍🔧\r\n\ttabs, "quotes" and \u202Eright to left',
        goodTime: 'after 5',
      });
      const before = await open();

      await before.addEscalation(opened);
      await before.close();
      const after = await open();
      const found = await after.escalationByTokenHash('token-1');

      assert.deepEqual(inText(found), inText(opened));
      assert.equal(await after.escalationByTokenHash('token-2'), undefined);
    });

    test('lists what waits, the most urgent promise first, each with its delivery', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(stored('1', {}, { promisedBy: at('2026-11-24T10:00Z') }));
      await store.addEscalation(stored('2', {}, { promisedBy: at('2026-11-23T10:00Z') }));

      const waiting = await store.waitingEscalations();

      assert.deepEqual(
        waiting.map(({ reference }) => reference),
        ['ref-2', 'ref-1'],
      );
      assert.deepEqual(waiting[0]?.deliveries, [{ id: '2', state: 'waiting', attempts: 0 }]);
      assert.deepEqual(await store.outboxCounts(), { waiting: 2, retrying: 0, needsAPerson: 0 });
    });

    test('keeps one key once, and gives the escalation that has it', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(stored('1'));

      const again = await store.addEscalation({ ...stored('2'), idempotencyKey: 'key-1' });

      assert.equal(again.kind, 'key-taken');
      assert.equal(again.kind === 'key-taken' && again.kept.reference, 'ref-1');
      assert.deepEqual(await store.outboxCounts(), { waiting: 1, retrying: 0, needsAPerson: 0 });
    });

    test('says when a reference is taken, and keeps nothing then', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(stored('1'));

      const again = await store.addEscalation({ ...stored('2'), reference: 'ref-1' });

      assert.deepEqual(again, { kind: 'reference-taken' });
      assert.deepEqual(await store.outboxCounts(), { waiting: 1, retrying: 0, needsAPerson: 0 });
    });

    test('lets one of many equal keys in, also when they come at once through two connections', async (t) => {
      const open = await place(t);
      const [first, second] = [await open(), await open()];

      const added = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          (index % 2 ? first : second).addEscalation({ ...stored(String(index)), idempotencyKey: 'the same' }),
        ),
      );

      const kinds = added.map(({ kind }) => kind);
      assert.equal(kinds.filter((kind) => kind === 'added').length, 1);
      assert.equal(kinds.filter((kind) => kind === 'key-taken').length, 49);
      assert.equal((await first.waitingEscalations()).length, 1);
    });

    test('keeps escalations and outbox rows together when many come at once', async (t) => {
      const store = await emptyStore(t);

      await Promise.all(Array.from({ length: 100 }, (_, index) => store.addEscalation(stored(String(index)))));

      assert.equal((await store.waitingEscalations()).length, 100);
      assert.deepEqual(await store.outboxCounts(), { waiting: 100, retrying: 0, needsAPerson: 0 });
    });

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

    test('counts searches that are the same, from the first instant of a period up to its end', async (t) => {
      const store = await emptyStore(t);
      const chosen = { query: 'printer', results: 3, chosen: 'mend-a-printer', version: '4.2', audience: 'home' };
      await store.addSearch(searched('before', '2026-11-20T08:59:59.999Z', { query: 'printer', results: 0 }));
      await store.addSearch(searched('first', '2026-11-20T09:00Z', { query: 'printer', results: 0 }));
      await store.addSearch(searched('second', '2026-11-20T10:00:00.5Z', { query: 'printer', results: 0 }));
      await store.addSearch(searched('again', '2026-11-20T11:00Z', { ...chosen, after: 'pritner' }));
      await store.addSearch(searched('more', '2026-11-20T12:00Z', { ...chosen, results: 5, after: 'pritner' }));
      await store.addSearch(searched('Printer', '2026-11-20T12:00Z', { query: 'Printer', results: 1 }));
      await store.addSearch(searched('end', '2026-11-21T09:00Z', { query: 'printer', results: 0 }));

      const counts = await store.searchCounts({ since: at('2026-11-20T09:00Z'), until: at('2026-11-21T09:00Z') });

      const { results: _, ...counted } = chosen;
      assert.deepEqual(
        inText(counts.sort((a, b) => a.times - b.times || (a.found ? 1 : -1))),
        inText([
          { query: 'Printer', found: true, times: 1, latestAt: '2026-11-20T12:00:00Z' },
          { query: 'printer', found: false, times: 2, latestAt: '2026-11-20T10:00:00.5Z' },
          { ...counted, found: true, after: 'pritner', times: 2, latestAt: '2026-11-20T12:00:00Z' },
        ]),
      );
    });

    test('gives what people had searched for before they asked for a person, without the people', async (t) => {
      const store = await emptyStore(t);
      const searches = [
        { query: 'beeps', results: 0 },
        { query: 'two beeps', results: 2 },
      ];
      const asked = { packet: Escalation.shape.packet.parse({ searches }), version: '12', audience: 'home' };
      await store.addEscalation(stored('0', asked, { openedAt: at('2026-11-19T09:00Z') }));
      await store.addEscalation(stored('2', asked, { openedAt: at('2026-11-21T08:00Z') }));
      await store.addEscalation(stored('1', { ...asked, article: 'it-beeps' }, { openedAt: at('2026-11-20T09:00Z') }));
      await store.addEscalation(stored('3', { packet: Escalation.shape.packet.parse({}) }));
      await store.addEscalation(stored('4', asked, { openedAt: at('2026-11-22T09:00Z') }));

      const found = await store.searchesBeforeEscalations({
        since: at('2026-11-20T09:00Z'),
        until: at('2026-11-22T09:00Z'),
      });

      assert.deepEqual(
        inText(found),
        inText([
          { openedAt: '2026-11-20T09:00:00Z', article: 'it-beeps', version: '12', audience: 'home', searches },
          { openedAt: '2026-11-21T08:00:00Z', version: '12', audience: 'home', searches },
        ]),
      );
    });

    test('removes searches that were made before an instant, not more at once than it is told', async (t) => {
      const store = await emptyStore(t);
      for (const hour of [10, 11, 12, 13]) {
        await store.addSearch(searched(`s${hour}`, `2026-11-20T${hour}:00Z`, { query: `at ${hour}`, results: 0 }));
      }

      const removed = [
        await store.removeSearches(at('2026-11-20T13:00Z'), 2),
        await store.removeSearches(at('2026-11-20T13:00Z'), 2),
        await store.removeSearches(at('2026-11-20T13:00Z'), 2),
      ];

      assert.deepEqual(removed, [2, 1, 0]);
      const left = await store.searchCounts({ since: at('2026-11-20T00:00Z'), until: at('2026-11-21T00:00Z') });
      assert.deepEqual(
        left.map(({ query }) => query),
        ['at 13'],
      );
    });

    test('takes heartbeats', async (t) => {
      const store = await emptyStore(t);

      await store.beat(at('2026-11-21T09:00:05Z'));
      await store.beat(at('2026-11-21T09:00:05.5Z'));
      await store.beat(at('2020-01-01T00:00Z'));
    });

    test('may be opened by several at once for the first time', async (t) => {
      const open = await place(t);

      const stores = await Promise.all(Array.from({ length: 5 }, open));

      await stores[0]?.addEscalation(stored('1'));
      assert.equal((await stores[4]?.waitingEscalations())?.length, 1);
    });

    test('says that it is unavailable once it is closed', async (t) => {
      const open = await place(t);
      const store = await open();
      await store.close();

      await assert.rejects(store.addEscalation(stored('1')), StoreUnavailable);
      await assert.rejects(store.beat(at('2026-11-21T09:00Z')), StoreUnavailable);
    });
  });
}

function stored(id: string, typed: Partial<Escalation> = {}, rest: Partial<StoredEscalation> = {}): StoredEscalation {
  return {
    id,
    reference: `ref-${id}`,
    idempotencyKey: `key-${id}`,
    bodyHash: `hash-${id}`,
    tokenHash: `token-${id}`,
    openedAt: at('2026-11-21T09:00Z'),
    promiseMadeAt: at('2026-11-21T09:00Z'),
    promisedBy: at('2026-11-21T13:00Z'),
    state: 'waiting',
    revision: 0,
    escalation: Escalation.parse({
      channel: 'email',
      name: 'A reader',
      email: 'reader@example.com',
      message: 'It beeps.',
      packet: { searches: [{ query: 'beeps', results: 3 }], visited: ['some-article'] },
      ...typed,
    }),
    ...rest,
  };
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

function searched(id: string, searchedAt: string, search: SearchLog) {
  return { id, searchedAt: at(searchedAt), search };
}

/** Temporal values and absent fields are compared as text. */
function inText(found: unknown): unknown {
  return JSON.parse(JSON.stringify(found ?? null));
}

function at(instant: string): Temporal.Instant {
  return Temporal.Instant.from(instant);
}
