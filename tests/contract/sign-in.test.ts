import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Member } from '../../src/schema/member.ts';
import { openSignIn } from '../../src/server/sign-in/open-sign-in.ts';
import type { SignIn } from '../../src/server/sign-in/sign-in.ts';
import type { Store } from '../../src/server/store.ts';
import { inText } from '../fixtures/in-text.ts';
import { moveSessions } from './move-sessions.ts';
import { storeAdapters } from './store-adapters.ts';

// better-auth asks the system for the time, so these tests begin in the present and move what is kept.
// In whole milliseconds, as a store keeps it.
const NOW = Temporal.Instant.fromEpochMilliseconds(Date.now());
const AGENT: Member = { id: 'm-1', email: 'jo@example.com', name: 'Jo', role: 'agent' };
const PASSWORD = 'four words in a row';
const STRANGER = new Headers({ 'user-agent': 'A browser' });

for (const { name, emptyStore } of await storeAdapters(NOW)) {
  const opened = async (t: TestContext, serverUrl = 'http://127.0.0.1:4321') => {
    const store = await emptyStore(t);
    const secret = Buffer.from('a secret that is long enough to use');
    const events: string[] = [];
    const signIn = openSignIn(store, { secret, serverUrl, log: (event) => void events.push(event) });
    await store.addMember(AGENT, NOW);
    return { store, signIn, events };
  };

  const withPassword = async (t: TestContext, serverUrl?: string) => {
    const desk = await opened(t, serverUrl);
    const set = await desk.signIn.setPassword(await desk.signIn.makeLink('m-1', NOW), PASSWORD, STRANGER);
    return { ...desk, cookies: set ?? [] };
  };

  test(`${name}: a link sets a password once, and signs in`, async (t) => {
    const { signIn } = await opened(t);
    const token = await signIn.makeLink('m-1', NOW);

    const whose = await signIn.whoseLink(token);
    const first = await signIn.setPassword(token, PASSWORD, STRANGER);
    const second = await signIn.setPassword(token, 'another password', STRANGER);

    assert.deepEqual(whose, AGENT);
    assert.equal(second, undefined);
    assert.deepEqual((await whoIs(signIn, first))?.email, 'jo@example.com');
    assert.equal(await signIn.whoseLink(token), undefined);
  });

  test(`${name}: a newer link takes back the one before, and no link works after a day`, async (t) => {
    const { signIn } = await opened(t);
    const former = await signIn.makeLink('m-1', NOW);
    const old = await signIn.makeLink('m-1', NOW.subtract({ hours: 25 }));

    const answers = [await signIn.whoseLink(former), await signIn.whoseLink(old)];
    const set = await signIn.setPassword(old, PASSWORD, STRANGER);

    assert.deepEqual([...answers, set], [undefined, undefined, undefined]);
  });

  test(`${name}: the token of a link and the password are not in the store`, async (t) => {
    const { signIn, store } = await withPassword(t);
    const token = await signIn.makeLink('m-1', NOW);

    const kept = JSON.stringify([await rowsOf(store, 'member_tokens'), await rowsOf(store, 'member_accounts')]);

    assert.equal(kept.includes(token), false);
    assert.equal(kept.includes(PASSWORD), false);
    assert.match(kept, /\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test(`${name}: the right password signs in, as the role that the member has`, async (t) => {
    const { signIn } = await withPassword(t);

    const answer = await signIn.withPassword(
      { email: 'jo@example.com', password: PASSWORD },
      { headers: STRANGER, place: 'p' },
      NOW,
    );

    assert.equal(answer.kind, 'signed-in');
    const member = await whoIs(signIn, answer.kind === 'signed-in' ? answer.cookies : []);
    assert.deepEqual({ ...member, sessionId: '' }, { ...AGENT, sessionId: '' });
  });

  test(`${name}: a wrong password and an unknown address get the same answer`, async (t) => {
    const { signIn } = await withPassword(t);
    const from = { headers: STRANGER, place: 'p' };

    const wrong = await signIn.withPassword({ email: 'jo@example.com', password: 'not this one at all' }, from, NOW);
    const unknown = await signIn.withPassword({ email: 'no@example.com', password: PASSWORD }, from, NOW);

    assert.deepEqual([wrong, unknown], [{ kind: 'refused' }, { kind: 'refused' }]);
  });

  test(`${name}: the right password waits too where others were guessed, but not in a known browser`, async (t) => {
    const { signIn, cookies } = await withPassword(t);
    const from = { headers: STRANGER, place: 'p' };
    for (let nth = 1; nth <= 5; nth++)
      await signIn.withPassword({ email: 'jo@example.com', password: `guess number ${nth}` }, from, NOW);

    const stranger = await signIn.withPassword({ email: 'jo@example.com', password: PASSWORD }, from, NOW);
    const known = await signIn.withPassword(
      { email: 'jo@example.com', password: PASSWORD },
      { headers: sending(cookies), place: 'p' },
      NOW,
    );

    assert.deepEqual(inText(stranger), inText({ kind: 'wait', until: NOW.add({ seconds: 30 }) }));
    assert.equal(known.kind, 'signed-in');
  });

  test(`${name}: a new password lets whoever waited in at once`, async (t) => {
    const { signIn } = await withPassword(t);
    const from = { headers: STRANGER };
    for (let nth = 1; nth <= 6; nth++)
      await signIn.withPassword({ email: 'jo@example.com', password: `guess number ${nth}` }, from, NOW);

    await signIn.setPassword(await signIn.makeLink('m-1', NOW), 'quite another one', STRANGER);
    const answer = await signIn.withPassword({ email: 'jo@example.com', password: 'quite another one' }, from, NOW);

    assert.equal(answer.kind, 'signed-in');
  });

  test(`${name}: a new password ends the sessions there were`, async (t) => {
    const { signIn, cookies } = await withPassword(t);

    await signIn.setPassword(await signIn.makeLink('m-1', NOW), 'quite another one', STRANGER);

    assert.equal(await whoIs(signIn, cookies), undefined);
  });

  test(`${name}: signing out ends the session, not only the cookie`, async (t) => {
    const { signIn, cookies } = await withPassword(t);

    const sent = await signIn.signOut(sending(cookies));

    assert.equal(await whoIs(signIn, cookies), undefined);
    assert.match(sent.join('\n'), /handrail\.session_token=;/);
  });

  test(`${name}: whoever is removed, or gets another role, is signed out`, async (t) => {
    const { signIn, store, cookies } = await withPassword(t);

    await store.setRole('m-1', 'writer', NOW);
    const afterRole = await whoIs(signIn, cookies);
    await store.removeMember('m-1');
    const afterRemoval = await signIn.withPassword(
      { email: 'jo@example.com', password: PASSWORD },
      { headers: STRANGER },
      NOW,
    );

    assert.equal(afterRole, undefined);
    assert.deepEqual(afterRemoval, { kind: 'refused' });
  });

  test(`${name}: signing in again makes a new session, and ends the one that this browser had`, async (t) => {
    const { signIn, store, cookies } = await withPassword(t);
    const typed = { email: 'jo@example.com', password: PASSWORD };

    const answer = await signIn.withPassword(typed, { headers: sending(cookies) }, NOW);

    assert.equal(answer.kind, 'signed-in');
    assert.equal(await whoIs(signIn, cookies), undefined);
    assert.equal((await store.sessionsOf('m-1', NOW)).length, 1);
  });

  test(`${name}: a session that lay idle for twelve hours is over, one that is used goes on`, async (t) => {
    const { signIn, store, cookies } = await withPassword(t);
    await moveSessions(store, { expiresAt: NOW.add({ hours: 1 }) });

    const used = await signIn.whoIs(sending(cookies), NOW, { isSeen: true });
    await moveSessions(store, { expiresAt: NOW.subtract({ seconds: 1 }) });
    const idle = await signIn.whoIs(sending(cookies), NOW, { isSeen: true });

    assert.match(used.cookies.join('\n'), /handrail\.session_token=[^;]+.*Max-Age=43200/);
    assert.equal(used.member?.email, 'jo@example.com');
    assert.equal(idle.member, undefined);
  });

  test(`${name}: what asks by itself, such as a stream, keeps no session alive`, async (t) => {
    const { signIn, store, cookies } = await withPassword(t);
    await moveSessions(store, { expiresAt: NOW.add({ hours: 1 }) });

    const answer = await signIn.whoIs(sending(cookies), NOW, { isSeen: false });

    assert.equal(answer.member?.email, 'jo@example.com');
    assert.deepEqual(answer.cookies, []);
  });

  test(`${name}: after seven days a session is over, also for whoever is at it`, async (t) => {
    const { signIn, store, cookies } = await withPassword(t);
    await moveSessions(store, { createdAt: NOW.subtract({ hours: 7 * 24 + 1 }) });

    const answer = await signIn.whoIs(sending(cookies), NOW, { isSeen: true });

    assert.equal(answer.member, undefined);
    assert.deepEqual(await rowsOf(store, 'member_sessions'), []);
  });

  test(`${name}: a cookie that was changed, or signed with another secret, is nobody’s`, async (t) => {
    const { signIn, cookies } = await withPassword(t);
    const changed = cookies.map((cookie) => cookie.replace(/(session_token=.)/, '$1x'));

    assert.equal(await whoIs(signIn, changed), undefined);
  });

  test(`${name}: cookies are kept from scripts and, behind https, from every other host`, async (t) => {
    const secure = await withPassword(t, 'https://help.example.com');
    const plain = await withPassword(t);

    for (const cookie of secure.cookies) {
      assert.match(cookie, /^__Host-handrail\.[a-z_]+=/);
      assert.match(cookie, /; HttpOnly/);
      assert.match(cookie, /; SameSite=Lax/);
      assert.match(cookie, /; Secure/);
      assert.match(cookie, /; Path=\/(;|$)/);
      assert.doesNotMatch(cookie, /Domain=/);
    }
    for (const cookie of plain.cookies) assert.match(cookie, /^handrail\.[a-z_]+=.*; HttpOnly/);
  });
}

async function whoIs(signIn: SignIn, cookies: readonly string[] | undefined) {
  return (await signIn.whoIs(sending(cookies ?? []), NOW, { isSeen: true })).member;
}

function sending(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ') });
}

async function rowsOf({ database: { db } }: Store, table: string): Promise<unknown[]> {
  return db.$extendTables<Record<string, Record<string, unknown>>>().selectFrom(table).selectAll().execute();
}
