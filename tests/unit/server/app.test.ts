import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { Escalation } from '../../../src/schema/escalation.ts';
import type { Support } from '../../../src/schema/site.ts';
import { Vote } from '../../../src/schema/vote.ts';
import { openApp } from '../../../src/server/app.ts';
import { findByToken, openEscalation } from '../../../src/server/escalations.ts';
import type { Log } from '../../../src/server/log.ts';
import { readSettings } from '../../../src/server/settings.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite.ts';
import { storedEscalation } from '../../fixtures/stored-escalation.ts';
import { support as office } from '../../fixtures/support.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const support: Support = { ...office, hours: [{ days: ['mon'], from: '08:00', to: '18:00' }] };
const escalation = Escalation.parse({ channel: 'email', name: 'A reader', email: 'a@example.com', message: 'Hello.' });

test('status pages are on the server, also where the pages are elsewhere', async (t) => {
  const app = await opened(t, {
    SITE_URL: 'https://help.example.com',
    PUBLIC_API_URL: 'https://api.example.com/base/',
  });

  const taken = await openEscalation(app, 'key', escalation, now);

  assert.ok(taken.kind === 'opened');
  assert.match(taken.answer.statusUrl, /^https:\/\/api\.example\.com\/base\/requests\/[A-Za-z0-9_-]{43}\/$/);
});

test('status pages are found after a restart, and by nothing but the whole token', async (t) => {
  const folder = await temporaryFolder(t);
  const before = await opened(t, {}, folder);
  const taken = await openEscalation(before, 'key', escalation, now);
  await before.close();
  const after = await opened(t, {}, folder);

  assert.ok(taken.kind === 'opened');
  const token = /requests\/(.+)\//.exec(taken.answer.statusUrl)?.[1] ?? '';
  const found = await Promise.all(
    [token, token.slice(1), `${token}x`, token.toLowerCase(), '', '%', '../'].map((tried) =>
      findByToken(after.store, tried),
    ),
  );
  assert.deepEqual(
    found.map((status) => status?.reference),
    [taken.answer.reference, undefined, undefined, undefined, undefined, undefined, undefined],
  );
});

test('a site whose hours cannot hold its promises does not start', async (t) => {
  const folder = await temporaryFolder(t);
  const tooLong = { ...support, promises: { ...support.promises, email: { within: 'PT600H' } } };

  await assert.rejects(opened(t, {}, folder, tooLong), (error) => {
    assert.ok(error instanceof Mistakes);
    assert.equal(error.mistakes[0]?.where.field, 'support.promises.email.within');
    return true;
  });
  assert.deepEqual(await readdir(folder), []);
});

test('searches that were kept for long enough are removed by a start, also where none are kept any more', async (t) => {
  const folder = await temporaryFolder(t);
  const before = await opened(t, {}, folder);
  for (const [query, days] of [
    ['older', 181],
    ['younger', 179],
  ] as const) {
    const searchedAt = now.subtract({ hours: 24 * days });
    await before.store.addSearch({ id: query, searchedAt, search: { query, results: 0 } });
  }
  await before.close();

  await (await opened(t, {}, folder)).close();

  const { store } = await opened(t, {}, folder);
  const left = await store.searchCounts({ since: now.subtract({ hours: 24 * 365 }), until: now });
  assert.deepEqual(
    left.map(({ query }) => query),
    ['younger'],
  );
});

test('requests and votes that were kept for long enough are removed by a start too, and the log counts all', async (t) => {
  const folder = await temporaryFolder(t);
  // A store alone, because a server would begin to remove.
  const before = await openSqliteStore(join(folder, 'handrail.db'), now);
  for (const [id, days] of [
    ['older', 3 * 366],
    ['younger', 300],
  ] as const) {
    const at = now.subtract({ hours: 24 * days });
    await before.addEscalation(storedEscalation(id, { openedAt: at, quarantined: ['trap-filled'] }));
    const cast = { article: 'some-article', helpful: false, reader: `reader-${id}`, contentHash: '0123456789abcdef' };
    await before.putVote({ id, castAt: at, vote: Vote.parse(cast) });
  }
  await before.close();
  const { promise: logged, resolve } = Promise.withResolvers<unknown>();

  const { store } = await opened(t, {}, folder, support, (event, fields) => resolve([event, fields]));

  assert.deepEqual(await logged, ['forgotten', { searches: 0, requests: 1, votes: 1 }]);
  assert.equal(await store.escalationById('older'), undefined);
  assert.ok(await store.escalationById('younger'));
  assert.equal((await store.unhelpfulVotes(10)).length, 1);
});

async function opened(
  t: TestContext,
  env: Record<string, string>,
  folder?: string,
  hours = support,
  log: Log = () => undefined,
) {
  const place = folder ?? (await temporaryFolder(t));
  const settings = readSettings({ ...env, DATABASE_URL: `file:${join(place, 'handrail.db')}` });
  const contact = { phone: '+44 1632 960150', email: 'help@northlight.example' };
  const site = {
    support: hours,
    contact,
    switches: { keepSearches: false },
    keepSearchesFor: 'P180D',
    keepRequestsFor: 'P2Y',
    keepVotesFor: 'P3Y',
  };
  const app = await openApp(settings, site, () => true, { clock: () => now, log });
  t.after(() => app.close());
  return app;
}
