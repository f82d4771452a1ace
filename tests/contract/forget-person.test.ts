import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { Vote } from '../../src/schema/vote.ts';
import { addressHash, mailboxHash } from '../../src/letters/address-hash.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { forgetTraces, tracesOf } from '../../src/server/forget-person.ts';
import type { Store } from '../../src/server/store.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { storeAdapters } from './store-adapters.ts';

const OPENED = Temporal.Instant.from('2026-11-21T09:00Z');
const SECRET = Buffer.from('a secret that is long enough to use');

for (const { name, emptyStore } of await storeAdapters(OPENED)) {
  describe(`a person whom a store in ${name} knows`, () => {
    test('is found by the address whatever its case, and by the number that came with it', async (t) => {
      const store = await withPeople(await emptyStore(t));

      const traces = await tracesOf(store, { kind: 'email', email: 'JO@example.COM' });

      assert.deepEqual(shown(traces), {
        requests: ['ref-address', 'ref-call'],
        comments: ['vote-jo'],
        searches: ['search-jo'],
        namedBy: ['ref-colleague', 'ref-office'],
      });
    });

    test('is found by the reference of any request', async (t) => {
      const store = await withPeople(await emptyStore(t));

      const byAddress = await tracesOf(store, { kind: 'reference', reference: 'ref-address' });
      const byNumber = await tracesOf(store, { kind: 'reference', reference: 'ref-call' });

      assert.deepEqual(shown(byAddress).requests, ['ref-address', 'ref-call']);
      // A number alone may be that of a whole office, so what came from an address is left to whoever looks at it.
      assert.deepEqual(shown(byNumber).requests, ['ref-call']);
      assert.deepEqual(shown(byNumber).namedBy, ['ref-address', 'ref-office']);
    });

    test('is gone once forgotten, with nothing of anybody else, and to do it twice does no harm', async (t) => {
      const store = await withPeople(await emptyStore(t));
      const wanted = { kind: 'email', email: 'jo@example.com' } as const;
      await store.confirmAddress(addressHash(SECRET, 'Jo@example.com'), OPENED);
      const traces = await tracesOf(store, wanted);

      await forgetTraces(store, SECRET, traces);
      await forgetTraces(store, SECRET, traces);

      const left = shown(await tracesOf(store, wanted));
      assert.deepEqual(left, { requests: [], comments: [], searches: [], namedBy: ['ref-colleague'] });
      const references = (await store.waitingEscalations()).map(({ reference }) => reference).sort();
      assert.deepEqual(references, ['ref-colleague', 'ref-office', 'ref-other']);
      assert.equal((await store.unhelpfulVotes(10)).length, 2);
      assert.deepEqual(await store.commentsOfVotes('', 10), [{ id: 'vote-other', text: 'Not for me.' }]);
      const hashes = [addressHash(SECRET, 'jo@example.com'), mailboxHash(SECRET, 'jo@example.com')] as const;
      assert.equal(await store.removeAddress(...hashes), 0);
    });
  });
}

test('npm run forget shows what it found, removes it when it is told to, and then finds nothing', async (t) => {
  const { env, folder, path } = await filled(t);

  const dry = run(env, 'jo@example.com');
  const still = await readFile(path, 'latin1');
  const sure = run(env, 'Jo@Example.com', '--yes');
  const again = run(env, 'jo@example.com', '--yes');

  assert.match(dry.stdout, /^Kept of jo@example\.com:\n- 2 requests/);
  assert.match(dry.stdout, /ref-address {3}Sat 21 Nov 2026, 09:00 {3}waiting/);
  assert.match(dry.stdout, /Nobody has answered ref-address, ref-call yet; once it is removed, nobody will\./);
  assert.match(dry.stdout, /left as they are: ref-colleague, ref-office\./);
  assert.match(dry.stdout, /ref-address in zendesk: 4711 https:\/\/desk\.example\/4711/);
  assert.match(dry.stdout, /Backups still hold/);
  assert.match(dry.stdout, /Nothing was removed yet\. To remove it: npm run forget -- jo@example\.com --yes\n$/);
  assert.match(still, /It is Jo who writes/);
  assert.match(sure.stdout, /^Removed of Jo@Example\.com:\n- 2 requests/);
  assert.match(again.stdout, /^Nothing is kept of jo@example\.com\./);
  for (const file of await readdir(folder)) {
    assert.doesNotMatch(await readFile(join(folder, file), 'latin1'), /It is Jo who writes|Jo said so/, file);
  }
});

test('npm run forget without a name does nothing, and says what it needs', async (t) => {
  const { env } = await filled(t);

  const { status, stderr } = run(env);

  assert.equal(status, 2);
  assert.match(stderr, /It needs one e-mail address, or the reference of one request\./);
});

/** Jo wrote twice and is named by others; somebody of the same office, and somebody else, wrote too. */
async function withPeople(store: Store): Promise<Store> {
  await fill(store);
  return store;
}

async function fill(store: Store): Promise<void> {
  const add = (id: string, typed: NonNullable<Parameters<typeof storedEscalation>[1]>['typed'] = {}) =>
    store.addEscalation(storedEscalation(id, { openedAt: OPENED, typed }));
  await add('address', { email: 'Jo@Example.com', phone: '+44 7946 091755', message: 'It is Jo who writes.' });
  await add('call', { channel: 'call-back', email: undefined, phone: '07946 091755' });
  await add('colleague', { email: 'flo@example.com', message: 'Ask jo@example.com.' });
  await add('office', { email: 'someone@example.com', phone: '0044 7946 091755' });
  await add('other', { email: 'big-jo@example.com', phone: '+44 1632 960150' });
  const said = { act: { kind: 'message', text: 'Jo said so.' } } as const;
  await continueEscalation({ store, support, writesToCustomers: false }, 'address', said, OPENED);
  await store.assignDesks(['zendesk'], OPENED, 10);
  await store.noteDelivered('address-zendesk', { id: '4711', url: 'https://desk.example/4711' });
  for (const [id, comment] of [
    ['vote-jo', 'Answer me: jo@example.com'],
    ['vote-other', 'Not for me.'],
  ] as const) {
    const cast = {
      article: 'some-article',
      helpful: false,
      comment,
      contentHash: '0123456789abcdef',
      reader: `reader-${id}`,
    };
    await store.putVote({ id, castAt: OPENED, vote: Vote.parse(cast) });
  }
  await store.addSearch({ id: 'search-jo', searchedAt: OPENED, search: { query: 'ask 07946 091755', results: 0 } });
  await store.addSearch({ id: 'search-other', searchedAt: OPENED, search: { query: 'printer', results: 3 } });
}

function shown({ requests, comments, searches, namedBy }: Awaited<ReturnType<typeof tracesOf>>) {
  return { requests: requests.map(({ reference }) => reference).sort(), comments, searches, namedBy: namedBy.sort() };
}

async function filled(t: TestContext) {
  const folder = await temporaryFolder(t);
  const path = join(folder, 'handrail.db');
  const store = await openSqliteStore(path, OPENED);
  await fill(store);
  await store.close();
  return { env: { DATABASE_URL: `file:${path}`, TZ: 'Europe/London' }, folder, path };
}

function run(env: Record<string, string>, ...words: string[]) {
  return spawnSync(process.execPath, ['src/cli/forget.ts', ...words], { env, encoding: 'utf8' });
}
