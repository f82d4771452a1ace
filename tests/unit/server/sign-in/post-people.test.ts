import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openSignIn } from '../../../../src/server/sign-in/open-sign-in.ts';
import { postPeople } from '../../../../src/server/sign-in/post-people.ts';
import { temporaryStore } from '../../../fixtures/temporary-store.ts';

const NOW = Temporal.Now.instant();
const SELF = { email: 'admin@example.com' };

test('an admin adds somebody, and gets the link that sets their password', async (t) => {
  const { send, signIn } = await people(t);

  const outcome = await send({ act: 'add', email: 'Jo@example.com', role: 'agent' });

  assert.ok(outcome.kind === 'done');
  const [, token = ''] =
    /^https:\/\/help\.example\.com\/desk\/sign-in\/password\/([\w-]+)\/$/.exec(outcome.link ?? '') ?? [];
  assert.deepEqual((await signIn.whoseLink(token))?.name, 'jo');
});

test('an admin changes roles, ends sessions, gives links and removes', async (t) => {
  const { send, store } = await people(t);
  await send({ act: 'add', email: 'jo@example.com', role: 'agent', name: 'Jo' });

  const said = [];
  for (const act of ['role', 'end-sessions', 'link', 'surely-remove']) {
    const outcome = await send({ act, email: 'jo@example.com', role: 'writer' });
    said.push(outcome.kind === 'done' ? outcome.said : outcome);
  }

  assert.deepEqual(said, [
    'jo@example.com has the role writer now, and has to sign in again.',
    'jo@example.com is signed out everywhere.',
    'jo@example.com can set a new password.',
    'jo@example.com is removed, and signed out. What they did with requests stays.',
  ]);
  assert.equal(await store.memberByEmail('jo@example.com'), undefined);
});

test('whoever removes somebody is asked first, and until then nothing is done', async (t) => {
  const { send, store } = await people(t);
  await send({ act: 'add', email: 'jo@example.com', role: 'agent', name: 'Jo' });

  const outcome = await send({ act: 'remove', email: 'jo@example.com' });

  assert.deepEqual(outcome.kind === 'ask' && outcome.member.name, 'Jo');
  assert.equal((await store.memberByEmail('jo@example.com'))?.name, 'Jo');
});

test('the only admin stays one, and is told why', async (t) => {
  const { send, store } = await people(t);

  const outcomes = [await send({ act: 'surely-remove', ...SELF }), await send({ act: 'role', ...SELF, role: 'agent' })];

  const said = 'admin@example.com is the only admin: without one nobody can say who signs in.';
  assert.deepEqual(
    outcomes.map((outcome) => outcome.kind === 'again' && outcome.errors.map(({ problem }) => problem)),
    [[said], [said]],
  );
  assert.equal((await store.memberByEmail(SELF.email))?.role, 'admin');
});

test('nobody takes the desk from themselves, also where there is another admin', async (t) => {
  const { send, store } = await people(t);
  await send({ act: 'add', email: 'jo@example.com', role: 'admin' });

  const outcomes = [
    await send({ act: 'remove', ...SELF }),
    await send({ act: 'surely-remove', ...SELF }),
    await send({ act: 'role', ...SELF, role: 'agent' }),
  ];

  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['again', 'again', 'again'],
  );
  assert.equal((await store.memberByEmail(SELF.email))?.role, 'admin');
});

test('what cannot be done is said, with what to do', async (t) => {
  const { send } = await people(t);

  const twice = await send({ act: 'add', ...SELF, role: 'agent' });
  const gone = await send({ act: 'link', email: 'no@example.com' });
  const wrong = await send({ act: 'add', email: 'jo', role: 'king' });

  assert.deepEqual(
    [twice, gone, wrong].map((outcome) => outcome.kind === 'again' && outcome.status),
    [409, 409, 422],
  );
  assert.ok(wrong.kind === 'again');
  assert.deepEqual(wrong.errors.map(({ field }) => field).sort(), ['email', 'role']);
});

async function people(t: TestContext) {
  const store = await temporaryStore(t, NOW);
  const serverUrl = 'https://help.example.com';
  const signIn = openSignIn(store, { secret: Buffer.alloc(32, 'a secret'), serverUrl, log: () => undefined });
  await store.addMember({ id: 'm-1', ...SELF, name: 'Admin', role: 'admin' }, NOW);
  const app = { store, serverUrl, signIn: async () => signIn };
  const send = (fields: Record<string, string>) =>
    postPeople(new Map(Object.entries(fields).map(([name, value]) => [name, [value]])), app, SELF, NOW);
  return { store, signIn, send };
}
