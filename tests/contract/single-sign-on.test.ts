import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openSignIn } from '../../src/server/sign-in/open-sign-in.ts';
import type { Store } from '../../src/server/store.ts';
import { CLIENT, oidcProvider } from '../fixtures/oidc-provider.ts';
import { storeAdapters } from './store-adapters.ts';

const NOW = Temporal.Now.instant();
const JO = { sub: 'u-1', email: 'Jo@example.com', email_verified: true };

for (const { name, emptyStore } of await storeAdapters(NOW)) {
  test(`${name}: a member with the address that the provider vouches for is let in, and led on`, async (t) => {
    const { come, whoIs, provider } = await opened(t, await emptyStore(t));

    const back = await come(JO);

    assert.deepEqual(provider.complaints(), []);
    assert.equal(back.location, '/desk/requests/7K3F-9Q2M/');
    assert.equal((await whoIs(back.cookies))?.email, 'jo@example.com');
  });

  test(`${name}: whoever came once comes again, by what the provider calls them`, async (t) => {
    const { come, whoIs } = await opened(t, await emptyStore(t));
    await come(JO);

    const again = await come(JO);

    assert.equal((await whoIs(again.cookies))?.email, 'jo@example.com');
  });

  test(`${name}: nothing is kept with which the provider could be asked in the name of a member`, async (t) => {
    const { come, store } = await opened(t, await emptyStore(t));
    await come(JO);

    const accounts = await store.database.db
      .$extendTables<{ member_accounts: Record<string, unknown> }>()
      .selectFrom('member_accounts')
      .selectAll()
      .execute();

    assert.deepEqual(
      accounts.map(({ accountId, accessToken, refreshToken, idToken }) => [
        accountId,
        accessToken,
        refreshToken,
        idToken,
      ]),
      [['u-1', null, null, null]],
    );
  });

  for (const [who, claims] of [
    ['somebody who was not added', { ...JO, email: 'new@example.com' }],
    ['an address that the provider does not vouch for', { ...JO, email_verified: false }],
    ['a token for another site', { ...JO, aud: 'another-client' }],
    ['a token of another provider', { ...JO, iss: 'https://evil.example' }],
    ['a token for another try', { ...JO, nonce: 'of-another-try' }],
    ['a token that is over', { ...JO, exp: 1_000_000_000 }],
  ] as const) {
    test(`${name}: ${who} is not let in, and nobody is added`, async (t) => {
      const { come, store } = await opened(t, await emptyStore(t));

      const back = await come(claims);

      assert.match(back.location, /\/desk\/sign-in\/\?single-sign-on=refused/);
      assert.doesNotMatch(back.cookies.join('\n'), /session_token=[^;]/);
      const members = await store.listMembers(NOW);
      assert.deepEqual(
        members.map(({ email, sessions }) => [email, sessions]),
        [['jo@example.com', 0]],
      );
    });
  }

  test(`${name}: an answer of the provider counts only in the browser that began, and once`, async (t) => {
    const { signIn, begin, provider } = await opened(t, await emptyStore(t));
    const { address, cookies } = await begin();
    const back = provider.approve(address, JO);

    const elsewhere = await signIn.endSingleSignOn(new Request(back));
    const here = await signIn.endSingleSignOn(new Request(back, { headers: sending(cookies) }));
    const again = await signIn.endSingleSignOn(new Request(back, { headers: sending(cookies) }));

    const isIn = [elsewhere, here, again].map(({ headers }) =>
      /session_token=[^;]/.test(String(headers.getSetCookie())),
    );
    assert.deepEqual([isIn[0], isIn[2]], [false, false]);
  });

  test(`${name}: while the provider does not answer, passwords still work`, async (t) => {
    const { signIn, provider } = await opened(t, await emptyStore(t));
    await provider.stop();

    const begun = await signIn.beginSingleSignOn('/desk/', new Headers());
    const cookies = await signIn.setPassword(await signIn.makeLink('m-1', NOW), 'four words in a row', new Headers());

    assert.equal(begun, undefined);
    assert.ok(cookies);
  });
}

async function opened(t: TestContext, store: Store) {
  const provider = await oidcProvider();
  t.after(() => provider.stop().catch(() => undefined));
  await store.addMember({ id: 'm-1', email: 'jo@example.com', name: 'Jo', role: 'agent' }, NOW);
  const signIn = openSignIn(store, {
    secret: Buffer.from('a secret that is long enough to use'),
    serverUrl: 'http://127.0.0.1:4321',
    singleSignOn: { issuer: provider.issuer, ...CLIENT },
    log: () => undefined,
  });
  const begin = async () => {
    const begun = await signIn.beginSingleSignOn('/desk/requests/7K3F-9Q2M/', new Headers());
    assert.ok(begun);
    return begun;
  };
  const come = async (claims: typeof JO & Record<string, unknown>) => {
    const { address, cookies } = await begin();
    const back = provider.approve(address, claims);
    const response = await signIn.endSingleSignOn(new Request(back, { headers: sending(cookies) }));
    return { location: response.headers.get('location') ?? '', cookies: response.headers.getSetCookie() };
  };
  const whoIs = async (cookies: readonly string[]) =>
    (await signIn.whoIs(sending(cookies), NOW, { isSeen: true })).member;
  return { store, signIn, provider, begin, come, whoIs };
}

function sending(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ') });
}
