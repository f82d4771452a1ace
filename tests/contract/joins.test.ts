import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { composeLetter } from '../../src/letters/compose-letter.ts';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { openEscalation } from '../../src/server/escalations.ts';
import { tellJoined } from '../../src/server/incidents/tell-joined.ts';
import type { Store } from '../../src/server/store.ts';
import { Escalation } from '../../src/schema/escalation.ts';
import { inText } from '../fixtures/in-text.ts';
import { support } from '../fixtures/support.ts';
import { storeAdapters } from './store-adapters.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const ENDED = { slug: 'slow', why: 'Two servers were asked.', changed: 'One is asked.' };

for (const { name, emptyStore, place } of await storeAdapters(NOW)) {
  describe(`joining an incident, in ${name}`, () => {
    test('promises no answer, and no help desk hears of it', async (t) => {
      const store = await emptyStore(t);

      const opened = await join(store, 'a', { email: 'a@example.com' });
      await join(store, 'b', { channel: 'call-back', phone: '+44 1632 960150' });
      const assigned = await store.assignDesks(['zendesk'], NOW, 10);
      const letters = await store.leaseDue('customer', lease(), 10);
      const counts = await store.inboxCounts(NOW.add({ hours: 99 }), NOW.add({ hours: 99 }), '2026-11-28');

      assert.equal(opened.kind === 'opened' && 'promisedBy' in opened.answer, false);
      assert.equal(assigned, 0);
      assert.equal(counts.waiting, 0);
      assert.deepEqual(await store.waitingEscalations(), []);
      assert.deepEqual(await store.requestCounts(['slow'], NOW.add({ hours: 1 })), []);
      assert.deepEqual(
        letters.map((due) => composeLetter(due, HEAD)?.subject.replace(/\[.*\]/, '')),
        [' You hear from us when it is mended'],
      );
    });

    test('the same join again is the same one, also after it ended', async (t) => {
      const store = await emptyStore(t);
      const first = await join(store, 'a', {});
      await tellJoined([ENDED], telling(store), () => NOW);

      const again = await join(store, 'a', {});

      assert.equal(again.kind, 'replayed');
      assert.deepEqual('answer' in again && again.answer, 'answer' in first && first.answer);
    });

    test('who joins what is over, or is no incident, asks for a person', async (t) => {
      const store = await emptyStore(t);

      await join(store, 'a', { article: 'long-over' });

      const [waiting] = await store.waitingEscalations();
      assert.deepEqual([waiting?.state, waiting?.escalation.joins], ['waiting', undefined]);
      assert.equal((await store.joinsOf('long-over', { most: 9 })).length, 0);
    });

    test('everyone who joined is told once, by two servers at the same time', async (t) => {
      const open = await place(t);
      const [one, other] = [await open(), await open()];
      for (let index = 0; index < 9; index++) await join(one, `key ${index}`, { email: `p${index}@example.com` });

      const told = await Promise.all([one, other].map((store) => tellJoined([ENDED], telling(store), () => NOW)));
      const again = await tellJoined([ENDED], telling(one), () => NOW);

      const joins = await one.joinsOf('slow', { most: 99 });
      assert.deepEqual([told.reduce((all, each) => all + each), again], [9, 0]);
      assert.deepEqual(
        joins.map(({ escalation: { state }, toldAt }) => [state, toldAt?.toString()]),
        Array.from({ length: 9 }, () => ['resolved', NOW.toString()]),
      );
      for (const { escalation } of joins) assert.equal((await one.eventsOf(escalation.id)).length, 1);
      assert.deepEqual(await one.joinCounts(), [{ slug: 'slow', joined: 9, untold: 0 }]);
    });

    test('who says that it is not mended has a request with a promise, which help desks get from its beginning', async (t) => {
      const store = await emptyStore(t);
      const id = await joined(store, 'a');
      await tellJoined([ENDED], telling(store), () => NOW);

      await does(store, id, { kind: 'reopened', text: 'Still slow.' });
      await store.assignDesks(['zendesk'], NOW, 10);
      const handedOver = [];
      for (let due = await store.leaseDue('zendesk', lease(), 10); due.length > 0;) {
        handedOver.push(...due.map(({ event }) => event?.act.kind ?? 'opening'));
        for (const delivery of due) await store.noteDelivered(delivery.id, { id: 'ticket' });
        due = await store.leaseDue('zendesk', lease(), 10);
      }

      const after = await store.escalationById(id);
      assert.deepEqual([after?.state, after?.promisedBy.toString()], ['waiting', '2026-11-23T13:00:00Z']);
      assert.deepEqual(handedOver, ['opening', 'reopened']);
    });

    test('who says that it works again, or has it mended already, wakes no help desk and is not asked again', async (t) => {
      const store = await emptyStore(t);
      const id = await joined(store, 'a');

      await does(store, id, { kind: 'mended' });
      await tellJoined([ENDED], telling(store), () => NOW);

      assert.equal((await store.escalationById(id))?.state, 'mended');
      assert.equal(await store.assignDesks(['zendesk'], NOW, 10), 0);
    });

    test('what somebody wrote besides is still owed an answer when the incident ends', async (t) => {
      const store = await emptyStore(t);
      const id = await joined(store, 'a');
      await does(store, id, { kind: 'message', text: 'Can I delete the folder?' });
      const before = await store.escalationById(id);

      await tellJoined([ENDED], telling(store), () => NOW.add({ hours: 1 }));

      const after = await store.escalationById(id);
      assert.deepEqual(inText([after?.state, after?.promisedBy]), inText(['waiting', before?.promisedBy]));
      const texts = (await store.leaseDue('customer', lease(), 10)).map((due) => composeLetter(due, HEAD)?.text);
      assert.match(
        texts.join('\n'),
        /Two servers were asked\.[\s\S]*One is asked\.[\s\S]*answered by a person, as promised/,
      );
    });

    test('who is in quarantine is told once they were released', async (t) => {
      const store = await emptyStore(t);
      const id = await joined(store, 'a', ['too-fast']);

      const before = await tellJoined([ENDED], telling(store), () => NOW);
      await does(store, id, { kind: 'released' });
      const after = await tellJoined([ENDED], telling(store), () => NOW);

      assert.deepEqual([before, after], [0, 1]);
    });
  });

  describe(`texts that were read, in ${name}`, () => {
    test('are kept once, and go with the last request that names them', async (t) => {
      const store = await emptyStore(t);
      const text = { hash: 'a'.repeat(16), article: 'a', title: 'A', summary: 'S', sections: [{ lines: ['One.'] }] };
      await store.keepReadText(text, NOW);
      await store.keepReadText({ ...text, title: 'Forged' }, NOW);
      const ids = [];
      for (const key of ['1', '2']) ids.push(await joined(store, key, undefined, { contentHash: text.hash }));

      const found = await store.readText(text.hash);
      const left = [];
      for (const id of ids) {
        await store.forget({ escalations: [id], comments: [], searches: [] });
        left.push((await store.readText(text.hash))?.title);
      }

      assert.deepEqual(found, text);
      assert.deepEqual(left, ['A', undefined]);
    });
  });
}

const HEAD = {
  site: { name: 'N', title: 'N Help', contact: { phone: '+44 1632 960150', email: 'help@n.example' }, support },
  siteUrl: 'https://help.example.com',
  statusUrl: 'https://help.example.com/requests/x/',
  takesMail: false,
  now: NOW,
};

function telling(store: Store) {
  return { store, support, writesToCustomers: true, log: () => undefined };
}

function join(store: Store, key: string, typed: Partial<Escalation>, quarantined?: readonly string[]) {
  const reception = {
    store,
    support,
    secret: Buffer.from('a secret that is long enough to use'),
    writesToCustomers: true,
    serverUrl: 'https://help.example.com',
    isOpenIncident: (slug: string) => slug === 'slow',
  };
  const escalation = Escalation.parse({
    article: 'slow',
    joins: true,
    channel: 'email',
    name: 'A reader',
    ...(typed.channel !== 'call-back' && { email: 'reader@example.com' }),
    message: 'This concerns me too.',
    ...typed,
  });
  return openEscalation(reception, key, escalation, NOW, { ...(quarantined && { quarantined }) });
}

async function joined(store: Store, key: string, quarantined?: readonly string[], typed: Partial<Escalation> = {}) {
  const opened = await join(store, key, typed, quarantined);
  const reference = 'answer' in opened ? opened.answer.reference : '';
  return (await store.escalationByReference(reference))?.id ?? '';
}

async function does(store: Store, id: string, act: EscalationAct) {
  await continueEscalation({ store, support, writesToCustomers: true }, id, { act }, NOW);
}

function lease() {
  return { token: 'a-worker', now: NOW, until: NOW.add({ minutes: 5 }) };
}
