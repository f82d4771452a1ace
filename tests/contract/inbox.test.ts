import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import type { InboxFilter } from '../../src/server/desk/inbox.ts';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { storeAdapters } from './store-adapters.ts';

const TODAY = '2026-11-23';

for (const { name, emptyStore } of await storeAdapters(at('2026-11-23T08:00Z'))) {
  describe(`the inbox in ${name}`, () => {
    test('shows what waits, the most urgent promise first, and what is apart only apart', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(waiting('later', '13:00'));
      await store.addEscalation(waiting('sooner', '11:00'));
      await store.addEscalation({ ...waiting('apart', '10:00'), quarantined: ['too fast'] });

      const [shown, apart] = [await ids(store, { view: 'waiting' }), await ids(store, { view: 'apart' })];
      const counts = await store.inboxCounts(at('2026-11-23T12:00Z'), at('2026-11-23T13:30Z'), TODAY);

      assert.deepEqual([shown, apart], [['sooner', 'later'], ['apart']]);
      assert.deepEqual(counts, {
        overdue: 1,
        dueSoon: 1,
        waiting: 2,
        answered: 0,
        resolved: 0,
        apart: 1,
        followUps: 0,
      });
    });

    test('goes through pages without leaving out or repeating any, also where times are equal', async (t) => {
      const store = await emptyStore(t);
      const all = Array.from({ length: 7 }, (_, index) => `r${index}`);
      for (const id of all) await store.addEscalation(waiting(id, '13:00'));

      const seen: string[] = [];
      for (let from: string | undefined, first = true; first || from !== undefined; first = false) {
        const page = await store.inbox({ view: 'waiting', today: TODAY }, { ...(from && { from }), most: 3 });
        seen.push(...page.rows.map(({ id }) => id));
        from = page.next;
      }

      assert.deepEqual(seen, all);
    });

    test('moves what happens from view to view, the latest first', async (t) => {
      const store = await emptyStore(t);
      for (const id of ['a', 'b', 'c']) await store.addEscalation(waiting(id, '13:00'));

      await does(store, 'a', '09:00', { kind: 'answer', by: 'email', text: 'So.' });
      await does(store, 'b', '09:10', { kind: 'answer', by: 'email', text: 'So.' });
      await does(store, 'c', '09:20', { kind: 'resolved', outcome: 'other', why: 'So.' });
      await does(store, 'c', '09:30', { kind: 'follow-up-set', on: TODAY });

      assert.deepEqual(await ids(store, { view: 'waiting' }), []);
      assert.deepEqual(await ids(store, { view: 'answered' }), ['b', 'a']);
      assert.deepEqual(await ids(store, { view: 'resolved' }), ['c']);
      assert.deepEqual(await ids(store, { view: 'follow-up' }), ['c']);
    });

    test('narrows by what is known of a request, and by who has it', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(waiting('a', '11:00', { article: 'one', version: '5', audience: 'home' }));
      await store.addEscalation(
        waiting('b', '12:00', {
          article: 'two',
          version: '4',
          audience: 'admin',
          channel: 'call-back',
          phone: '12345',
        }),
      );
      await does(store, 'b', '09:00', { kind: 'claimed' }, 'agent');

      const found = await Promise.all(
        [
          { articles: ['one'] },
          { articles: [] },
          { version: '4' },
          { audience: 'home' },
          { channel: 'call-back' as const },
          { claimedBy: 'agent' },
          { claimedBy: null },
        ].map((filter) => ids(store, { view: 'waiting', ...filter })),
      );

      assert.deepEqual(found, [['a'], [], ['b'], ['a'], ['b'], ['b'], ['a']]);
    });

    test('finds words of the message, names and addresses in either case, and signs as they are', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(waiting('a', '11:00', { message: 'The fan is at 100% and BEEPS' }));
      await store.addEscalation(waiting('b', '12:00', { message: 'Silence_', email: 'Somebody@Example.com' }));

      const found = await Promise.all(
        ['beeps', '100%', '%', '_', 'SOMEBODY@', 'ref-b', "'; drop table votes", '\\'].map((text) =>
          ids(store, { text }),
        ),
      );

      assert.deepEqual(found, [['a'], ['a'], ['a'], ['b'], ['b'], ['b'], [], []]);
    });

    test('finds a word that looks like a reference', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(waiting('a', '11:00', { message: 'A self-help book, for the long-term.' }));

      const found = await Promise.all(['self-help', 'long-term', '7K3F-9Q2M'].map((text) => ids(store, { text })));

      assert.deepEqual(found, [['a'], ['a'], []]);
    });

    test('has no request of a reference, or of an incident, that cannot be kept', async (t) => {
      const store = await emptyStore(t);

      const found = await store.escalationByReference('7K3F\0');
      const joined = await store.joinsOf('slow\0', { most: 1 });

      assert.deepEqual([found, joined], [undefined, []]);
    });

    test('says that something changed, whatever it was, and nothing else', async (t) => {
      const store = await emptyStore(t);
      const stamps = [await store.latestChange(), await store.latestChange()];

      await store.addEscalation(waiting('a', '11:00'));
      stamps.push(await store.latestChange());
      await does(store, 'a', '09:00', { kind: 'note', text: 'Hm.' });
      stamps.push(await store.latestChange());

      assert.equal(stamps[0], stamps[1]);
      assert.equal(new Set(stamps).size, 3);
    });
  });
}

async function ids(store: Store, filter: Omit<InboxFilter, 'today'>): Promise<string[]> {
  const { rows } = await store.inbox({ ...filter, today: TODAY }, { most: 50 });
  return rows.map(({ id }) => id);
}

async function does(store: Store, id: string, time: string, act: EscalationAct, author?: string): Promise<void> {
  const context = { store, support, writesToCustomers: false };
  await continueEscalation(context, id, { act, ...(author && { author }) }, at(`2026-11-23T${time}Z`));
}

function waiting(
  id: string,
  promised: string,
  typed: NonNullable<Parameters<typeof storedEscalation>[1]>['typed'] = {},
) {
  return storedEscalation(id, {
    openedAt: at('2026-11-23T08:00Z'),
    promisedBy: at(`2026-11-23T${promised}Z`),
    typed,
  });
}
