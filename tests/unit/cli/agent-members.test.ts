import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { manageMembers } from '../../../src/cli/agent-members.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { openSignIn } from '../../../src/server/sign-in/open-sign-in.ts';
import { temporaryStore } from '../../fixtures/temporary-store.ts';

const NOW = Temporal.Now.instant();
const JO = { kind: 'add', email: 'jo@example.com', role: 'agent', name: 'Jo' } as const;

test('whoever is added gets a link that works once and says for how long', async (t) => {
  const { manage, signIn } = await managing(t);

  const said = await manage(JO);

  assert.match(said, /^jo@example\.com is added, as agent\./);
  assert.match(said, /works once, within 24 hours/);
  const [, token = ''] = /https:\/\/help\.example\.com\/desk\/sign-in\/password\/([\w-]{43})\/$/.exec(said) ?? [];
  assert.equal((await signIn.whoseLink(token))?.email, 'jo@example.com');
});

test('a link for an address that nothing names says for which it is, and what to do', async (t) => {
  const { manage } = await managing(t, { isAddressAssumed: true });

  assert.match(
    await manage(JO),
    /This link is for https:\/\/help\.example\.com: run the command with the settings of the server if that is not its address\.$/,
  );
});

test('the list says who is in, and who has no password yet', async (t) => {
  const { manage, signIn } = await managing(t);
  const token = linkIn(await manage(JO));
  await manage({ kind: 'add', email: 'kim@example.com', role: 'admin', name: 'Kim Possible' });
  await signIn.setPassword(token, 'four words in a row', new Headers());

  const said = await manage({ kind: 'list' });

  assert.equal(
    said,
    [
      'jo@example.com   agent  Jo            signed in',
      'kim@example.com  admin  Kim Possible  has no password yet (npm run agent -- reset gives a new link)',
    ].join('\n'),
  );
});

test('an empty list says how to add the first one', async (t) => {
  const { manage } = await managing(t);

  assert.match(
    await manage({ kind: 'list' }),
    /Nobody can sign in .* npm run agent -- add jo@example\.com --role admin/,
  );
});

test('a reset lets somebody who was slowed down try again at once, and takes back the former link', async (t) => {
  const { manage, signIn } = await managing(t);
  const former = linkIn(await manage(JO));
  const typed = { email: 'jo@example.com', password: 'not this one at all' };
  for (let nth = 1; nth <= 6; nth++) await signIn.withPassword(typed, { headers: new Headers() }, NOW);

  const said = await manage({ kind: 'reset', email: 'jo@example.com' });

  assert.match(said, /^jo@example\.com can try again at once/);
  assert.equal(await signIn.whoseLink(former), undefined);
  assert.deepEqual(await signIn.withPassword(typed, { headers: new Headers() }, NOW), { kind: 'refused' });
});

test('roles, ended sessions and removals say what they did', async (t) => {
  const { manage, signIn } = await managing(t);
  await signIn.setPassword(linkIn(await manage(JO)), 'four words in a row', new Headers());

  const said = [
    await manage({ kind: 'end-sessions', email: 'jo@example.com' }),
    await manage({ kind: 'end-sessions', email: 'jo@example.com' }),
    await manage({ kind: 'role', email: 'jo@example.com', role: 'writer', sure: false }),
    await manage({ kind: 'remove', email: 'jo@example.com', sure: false }),
  ];

  assert.deepEqual(said, [
    'jo@example.com is signed out, in the one browser there was.',
    'jo@example.com was not signed in anywhere.',
    'jo@example.com has the role writer now, and has to sign in again.',
    'jo@example.com is removed, and signed out. What they did with requests stays.',
  ]);
});

test('nobody is added twice, and nobody who is not there is changed; both say what to do instead', async (t) => {
  const { manage } = await managing(t);
  await manage(JO);

  await assert.rejects(manage(JO), (error) => says(error, /is added already\.\n.*npm run agent -- reset/));
  await assert.rejects(manage({ kind: 'reset', email: 'no@example.com' }), (error) =>
    says(error, /Nobody with the address no@example\.com can sign in\.\n.*npm run agent -- list/),
  );
});

test('the only admin is kept, with what to do first, unless it is meant so', async (t) => {
  const { manage } = await managing(t);
  const [email, kim] = ['jo@example.com', 'kim@example.com'];
  await manage({ ...JO, role: 'admin' });
  await manage({ ...JO, email: kim });
  const why =
    /jo@example\.com is the only admin: .*\n.*npm run agent -- role kim@example\.com --role admin.* add --yes/;

  await assert.rejects(manage({ kind: 'remove', email, sure: false }), (error) => says(error, why));
  await assert.rejects(manage({ kind: 'role', email, role: 'agent', sure: false }), (error) => says(error, why));
  const meant = await manage({ kind: 'role', email, role: 'agent', sure: true });
  await manage({ kind: 'role', email: kim, role: 'admin', sure: false });
  const another = await manage({ kind: 'remove', email, sure: false });

  assert.match(meant, /has the role agent now/);
  assert.match(another, /is removed/);
});

async function managing(t: TestContext, { isAddressAssumed = false } = {}) {
  const store = await temporaryStore(t, NOW);
  const serverUrl = 'https://help.example.com';
  const secret = Buffer.from('a secret that is long enough to use');
  const signIn = openSignIn(store, { secret, serverUrl, log: () => undefined });
  const manage = (wanted: Parameters<typeof manageMembers>[0]) =>
    manageMembers(wanted, { store, signIn, serverUrl, hasSingleSignOn: false, isAddressAssumed }, NOW);
  return { manage, signIn };
}

function linkIn(said: string): string {
  return /password\/([\w-]+)\//.exec(said)?.[1] ?? '';
}

function says(error: unknown, pattern: RegExp): boolean {
  assert.ok(error instanceof Mistakes);
  assert.match(error.message, pattern);
  return true;
}
