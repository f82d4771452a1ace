import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { storeAdapters } from './store-adapters.ts';

const OPENED_AT = at('2026-11-23T09:00Z');
const UNTIL = at('2026-12-01T00:00Z');
const PERIOD = { since: at('2026-11-01T00:00Z'), until: UNTIL };

for (const { name, emptyStore } of await storeAdapters(OPENED_AT)) {
  describe(`what the writers are told by ${name}`, () => {
    test('a vote that was changed counts once, for the text that was read then', async (t) => {
      const store = await emptyStore(t);
      await vote(store, { reader: 'reader-1', contentHash: '0000000a', helpful: false }, '2026-11-10T09:00Z');
      await vote(store, { reader: 'reader-2', contentHash: '0000000a', helpful: true }, '2026-11-11T09:00Z');
      await vote(store, { reader: 'reader-1', contentHash: '0000000b', helpful: true }, '2026-11-12T09:00Z');

      const counts = await store.voteCounts(['a', 'nobody-read-this'], UNTIL);
      const days = await store.voteDays(PERIOD);

      assert.deepEqual(
        counts.map(({ contentHash, yes, no, firstAt }) => [contentHash, yes, no, firstAt.toString()]).sort(),
        [
          ['0000000a', 1, 0, '2026-11-11T09:00:00Z'],
          ['0000000b', 1, 0, '2026-11-12T09:00:00Z'],
        ],
      );
      assert.deepEqual(days, [
        { day: '2026-11-11', yes: 1, no: 0 },
        { day: '2026-11-12', yes: 1, no: 0 },
      ]);
    });

    test('the latest comments of those who said no are there, so many of each text', async (t) => {
      const store = await emptyStore(t);
      for (let index = 1; index <= 4; index++) {
        const changes = { reader: `reader-${index}`, helpful: index === 4, comment: `comment ${index}` };
        await vote(store, { ...changes, contentHash: '0000000a' }, `2026-11-1${index}T09:00Z`);
      }

      const comments = await store.voteComments(['a'], UNTIL, 2);
      const reasons = await store.reasonCounts(['a'], UNTIL);

      assert.deepEqual(
        comments.map(({ comment }) => comment),
        ['comment 3', 'comment 2'],
      );
      assert.deepEqual(reasons, [{ article: 'a', contentHash: '0000000a', reasons: ['out-of-date'], times: 3 }]);
    });

    test('requests count by the day, without those in quarantine, and with who had voted', async (t) => {
      const store = await emptyStore(t);
      const voted = { vote: { helpful: false, reasons: [] } };
      await ask(store, '1', { packet: voted });
      await ask(store, '2', { message: 'It says "vote":{"helpful":false}.' });
      await store.addEscalation({ ...request('3', {}), quarantined: ['too fast'] });
      await ask(store, '4', { article: undefined });

      assert.deepEqual(await store.requestCounts(['a'], UNTIL), [
        { article: 'a', version: '5', audience: 'home', day: '2026-11-23', times: 2 },
      ]);
      assert.deepEqual(await store.requestDays(PERIOD), [{ day: '2026-11-23', times: 2, voted: 1 }]);
    });

    test('a request that was resolved twice counts as the second time, also when the customer opened it again', async (t) => {
      const store = await emptyStore(t);
      await ask(store, '1', {});
      await ask(store, '2', {});
      const wrong = {
        kind: 'resolved',
        outcome: 'article-wrong',
        article: 'b',
        heading: 'A day',
        why: 'It moved.',
      } as const;
      const other = { kind: 'resolved', outcome: 'other', why: 'It says "outcome":"article-wrong".' } as const;

      await doAll(store, '1', [other, { kind: 'reopened' }, wrong, { kind: 'reopened' }]);
      await doAll(store, '2', [wrong, { kind: 'reopened' }, other]);
      const faults = await store.resolvedRequests(PERIOD, ['article-wrong', 'article-missing']);

      assert.deepEqual(
        faults.map(({ at: _at, ...fault }) => fault),
        [{ article: 'a', version: '5', audience: 'home', outcome: 'article-wrong', named: 'b', heading: 'A day' }],
      );
    });

    test('the searches before what an article solved are there, where the team named the article', async (t) => {
      const store = await emptyStore(t);
      const packet = { searches: [{ query: 'rollback', results: 0 }] };
      await ask(store, '1', { packet });
      await ask(store, '2', { packet });

      await does(
        store,
        '1',
        { kind: 'resolved', outcome: 'article-solved', article: 'b', why: 'It was there.' },
        '10:00',
      );
      await does(store, '2', { kind: 'resolved', outcome: 'article-solved', why: 'It was there.' }, '10:00');

      assert.deepEqual(await store.solvedRequests(PERIOD), [
        { named: 'b', version: '5', audience: 'home', searches: [{ query: 'rollback', results: 0 }] },
      ]);
    });

    test('the first answer counts from the first promise, and later ones do not', async (t) => {
      const store = await emptyStore(t);
      await ask(store, '1', {});

      await does(store, '1', { kind: 'promise-moved', until: '2026-11-23T15:00:00Z', text: 'Ill.' }, '10:00');
      await does(store, '1', { kind: 'answer', by: 'email', text: 'Press F12.' }, '14:00');
      await does(store, '1', { kind: 'message', text: 'It still beeps.' }, '14:10');
      await does(store, '1', { kind: 'answer', by: 'email', text: 'Press F2.' }, '14:20');

      assert.deepEqual(await store.firstAnswers(PERIOD), [
        { channel: 'email', day: '2026-11-23', waitedMs: 5 * 3_600_000, promisedMs: 6 * 3_600_000 },
      ]);
    });
  });
}

type Typed = NonNullable<NonNullable<Parameters<typeof storedEscalation>[1]>['typed']>;

async function ask(store: Store, id: string, typed: Record<string, unknown>): Promise<void> {
  await store.addEscalation(request(id, typed));
}

function request(id: string, typed: Record<string, unknown>) {
  const from = { article: 'a', version: '5', audience: 'home', ...typed } as Typed;
  return storedEscalation(id, { openedAt: OPENED_AT, promiseMadeAt: OPENED_AT, typed: from });
}

/** Each a minute after the one before. */
async function doAll(store: Store, id: string, acts: readonly EscalationAct[]): Promise<void> {
  for (const [minute, act] of acts.entries()) await does(store, id, act, `10:0${minute}`);
}

async function does(store: Store, id: string, act: EscalationAct, time: string): Promise<void> {
  const now = at(`2026-11-23T${time}Z`);
  const { kind } = await continueEscalation({ store, support, writesToCustomers: false }, id, { act }, now);
  assert.equal(kind, 'kept');
}

type Cast = { reader: string; contentHash: string; helpful: boolean; comment?: string };

async function vote(store: Store, { reader, ...cast }: Cast, castAt: string): Promise<void> {
  const reasons: 'out-of-date'[] = cast.helpful ? [] : ['out-of-date'];
  const whole = { article: 'a', version: '5', audience: 'home', reasons, reader: `${reader}-long`, ...cast };
  await store.putVote({ id: `${reader} ${castAt}`, castAt: at(castAt), vote: whole });
}
