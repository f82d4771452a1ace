import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Member } from '../../src/schema/member.ts';
import { countsFor } from '../../src/server/sign-in/tries.ts';
import type { Store } from '../../src/server/store.ts';
import { inText } from '../fixtures/in-text.ts';
import { storeAdapters } from './store-adapters.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const AGENT: Member = { id: 'm-1', email: 'jo@example.com', name: 'Jo', role: 'agent' };

for (const { name, emptyStore } of await storeAdapters(NOW)) {
  test(`${name}: a member is found by the address, and added once`, async (t) => {
    const store = await emptyStore(t);

    const added = [await store.addMember(AGENT, NOW), await store.addMember({ ...AGENT, id: 'm-2' }, NOW)];

    assert.deepEqual(added, [true, false]);
    assert.deepEqual(await store.memberByEmail('jo@example.com'), AGENT);
    assert.equal(await store.memberByEmail('nobody@example.com'), undefined);
  });

  test(`${name}: another role ends the sessions of that member, and of nobody else`, async (t) => {
    const store = await emptyStore(t);
    await store.addMember(AGENT, NOW);
    await store.addMember({ ...AGENT, id: 'm-2', email: 'kim@example.com' }, NOW);
    await begin(store, 's-1', 'm-1', NOW);
    await begin(store, 's-2', 'm-2', NOW);

    await store.setRole('m-1', 'admin', NOW);

    const listed = await store.listMembers(NOW);
    assert.deepEqual(
      listed.map(({ email, role, sessions }) => [email, role, sessions]),
      [
        ['jo@example.com', 'admin', 0],
        ['kim@example.com', 'agent', 1],
      ],
    );
  });

  test(`${name}: whoever is removed leaves no session behind`, async (t) => {
    const store = await emptyStore(t);
    await store.addMember(AGENT, NOW);
    await begin(store, 's-1', 'm-1', NOW);

    await store.removeMember('m-1');

    assert.equal(await store.isLive('s-1', NOW), false);
    assert.deepEqual(await store.listMembers(NOW), []);
  });

  test(`${name}: a session is over seven days after it began, however much it was used`, async (t) => {
    const store = await emptyStore(t);
    await store.addMember(AGENT, NOW);
    await begin(store, 's-1', 'm-1', NOW);
    const nextWeek = NOW.add({ hours: 7 * 24 });

    const live = [
      await store.isLive('s-1', nextWeek.subtract({ seconds: 1 })),
      await store.isLive('s-1', nextWeek),
      (await store.sessionsOf('m-1', nextWeek)).length > 0,
    ];

    assert.deepEqual(live, [true, false, false]);
  });

  test(`${name}: one session can be ended, or all but one, and only one’s own`, async (t) => {
    const store = await emptyStore(t);
    await store.addMember(AGENT, NOW);
    await store.addMember({ ...AGENT, id: 'm-2', email: 'kim@example.com' }, NOW);
    for (const id of ['s-1', 's-2', 's-3']) await begin(store, id, 'm-1', NOW);

    const foreign = await store.endSessions('m-2', { only: 's-1' });
    const one = await store.endSessions('m-1', { only: 's-1' });
    const others = await store.endSessions('m-1', { butNot: 's-2' });

    assert.deepEqual([foreign, one, others], [0, 1, 1]);
    assert.deepEqual(
      (await store.sessionsOf('m-1', NOW)).map(({ id }) => id),
      ['s-2'],
    );
  });

  test(`${name}: after five failures the next try waits, and longer each time`, async (t) => {
    const store = await emptyStore(t);
    const counts = countsFor({ account: 'a', place: 'p' });
    for (let nth = 1; nth <= 5; nth++) await store.admitTry(counts, NOW);

    const sixth = await store.admitTry(counts, NOW);
    const halfAMinuteLater = await store.admitTry(counts, NOW.add({ seconds: 30 }));
    const rightAfter = await store.admitTry(counts, NOW.add({ seconds: 31 }));

    assert.deepEqual(inText(sixth), inText({ kind: 'wait', until: NOW.add({ seconds: 30 }) }));
    assert.deepEqual(halfAMinuteLater, { kind: 'admitted' });
    assert.deepEqual(inText(rightAfter), inText({ kind: 'wait', until: NOW.add({ seconds: 90 }) }));
  });

  test(`${name}: many tries at once are counted as so many`, async (t) => {
    const store = await emptyStore(t);
    const counts = countsFor({ account: 'a', place: 'p' });

    const answers = await Promise.all(Array.from({ length: 20 }, () => store.admitTry(counts, NOW)));

    assert.equal(answers.filter(({ kind }) => kind === 'admitted').length, 5);
  });

  test(`${name}: strangers who guess do not keep a known browser out`, async (t) => {
    const store = await emptyStore(t);
    for (let nth = 1; nth <= 80; nth++) {
      await store.admitTry(countsFor({ account: 'a', place: `p-${nth}` }), NOW);
    }

    const stranger = await store.admitTry(countsFor({ account: 'a', place: 'elsewhere' }), NOW);
    const known = await store.admitTry(countsFor({ account: 'a', place: 'p-1', device: 'd' }), NOW);

    assert.equal(stranger.kind, 'wait');
    assert.equal(known.kind, 'admitted');
  });

  test(`${name}: one place is slowed down over all accounts, and whoever signs in does not count`, async (t) => {
    const store = await emptyStore(t);
    for (let nth = 1; nth <= 19; nth++) {
      await store.admitTry(countsFor({ account: `a-${nth}`, place: 'p' }), NOW);
    }
    const good = countsFor({ account: 'good', place: 'p' });

    for (let nth = 1; nth <= 3; nth++) {
      await store.admitTry(good, NOW);
      await store.noteSignedIn(good);
    }
    await store.admitTry(countsFor({ account: 'a-20', place: 'p' }), NOW);
    const next = await store.admitTry(countsFor({ account: 'a-21', place: 'p' }), NOW);

    assert.deepEqual(inText(next), inText({ kind: 'wait', until: NOW.add({ seconds: 30 }) }));
  });

  test(`${name}: tries are forgotten after a day, and at once where an admin says so`, async (t) => {
    const store = await emptyStore(t);
    const counts = countsFor({ account: 'a', place: 'p' });
    for (let nth = 1; nth <= 5; nth++) await store.admitTry(counts, NOW);

    await store.forgetTries('a');
    const atOnce = await store.admitTry(countsFor({ account: 'a', place: 'p' }), NOW);
    for (let nth = 1; nth <= 4; nth++) await store.admitTry(counts, NOW);
    const nextDay = await store.admitTry(counts, NOW.add({ hours: 24, seconds: 1 }));
    const again = await store.admitTry(counts, NOW.add({ hours: 24, seconds: 1 }));

    assert.deepEqual([atOnce.kind, nextDay.kind, again.kind], ['admitted', 'admitted', 'admitted']);
  });
}

/** A session as better-auth writes it. */
async function begin({ database: { db, type } }: Store, id: string, userId: string, at: Temporal.Instant) {
  const kept = (instant: Temporal.Instant) => {
    const date = new Date(instant.epochMilliseconds);
    return type === 'postgres' ? date : date.toISOString();
  };
  const row = {
    id,
    userId,
    token: id,
    createdAt: kept(at),
    updatedAt: kept(at),
    expiresAt: kept(at.add({ hours: 300 })),
  };
  await db.$extendTables<{ member_sessions: typeof row }>().insertInto('member_sessions').values(row).execute();
}
