import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Packet } from '../../src/schema/packet.ts';
import type { SearchLog } from '../../src/schema/search-log.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { inText } from '../fixtures/in-text.ts';
import { storeAdapters } from './store-adapters.ts';

for (const { name, emptyStore } of await storeAdapters(at('2026-11-21T09:00Z'))) {
  describe(`a store in ${name}`, () => {
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
      const asked = { packet: Packet.parse({ searches }), version: '12', audience: 'home' };
      await store.addEscalation(storedEscalation('0', { typed: asked, openedAt: at('2026-11-19T09:00Z') }));
      await store.addEscalation(storedEscalation('2', { typed: asked, openedAt: at('2026-11-21T08:00Z') }));
      await store.addEscalation(
        storedEscalation('1', { typed: { ...asked, article: 'it-beeps' }, openedAt: at('2026-11-20T09:00Z') }),
      );
      await store.addEscalation(storedEscalation('3'));
      await store.addEscalation(storedEscalation('4', { typed: asked, openedAt: at('2026-11-22T09:00Z') }));

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
  });
}

function searched(id: string, searchedAt: string, search: SearchLog) {
  return { id, searchedAt: at(searchedAt), search };
}
