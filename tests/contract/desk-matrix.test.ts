import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, type Role } from '../../src/schema/member.ts';
import { NOTHING_BUILT } from '../../src/headers/header-facts.ts';
import { deskHeaders } from '../../src/headers/security-headers.ts';
import { guardDesk, type Knock } from '../../src/server/desk-guard.ts';
import { admissionTo, DESK_ROUTES } from '../../src/server/desk-routes.ts';
import { openSignIn } from '../../src/server/sign-in/open-sign-in.ts';
import { StoreUnavailable, type Store } from '../../src/server/store.ts';
import { deskPages } from '../fixtures/desk-pages.ts';
import { storeAdapters } from './store-adapters.ts';

const HEADERS = deskHeaders({ ...NOTHING_BUILT, isSecure: false }, { hasPolicy: true });

const NOW = Temporal.Now.instant();
const SITE = 'https://help.example.com';
const CONTENT = 'what a customer wrote';

/** Every route that there is, and every one that the table knows beforehand. */
const ROUTES = [...new Set([...deskPages().map(({ route }) => route), ...Object.keys(DESK_ROUTES)])].sort();
const WHO = ['stranger', ...ROLES, 'stale session', 'removed member'] as const;
type Who = (typeof WHO)[number];

/** How something is asked for; `foreign` is sent by a page of another site in the browser of whoever is signed in. */
const WAYS = {
  page: { method: 'GET', headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' } },
  fetch: { method: 'GET', headers: { accept: 'application/json' } },
  stream: { method: 'GET', headers: { accept: 'text/event-stream' } },
  form: { method: 'POST', headers: { accept: 'text/html', origin: SITE } },
  put: { method: 'PUT', headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' } },
  foreign: {
    method: 'POST',
    headers: { accept: 'text/html', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  },
  unmarked: { method: 'POST', headers: { accept: 'text/html', origin: 'null' } },
} as const;
type Way = keyof typeof WAYS;

for (const { name, emptyStore } of await storeAdapters(NOW)) {
  test(`${name}: every route answers each person as the table says, however it is asked for`, async (t) => {
    const desk = await opened(await emptyStore(t));

    for (const route of ROUTES) {
      for (const who of WHO) {
        for (const way of Object.keys(WAYS) as Way[]) {
          const answer = await desk.ask(route, who, way);

          assert.deepEqual(
            { ...answer, here: `${way} of ${route} by ${who}` },
            { ...expected(route, who, way), here: `${way} of ${route} by ${who}` },
          );
        }
      }
    }
  });

  test(`${name}: whatever is answered, nobody keeps, finds or frames it`, async (t) => {
    const desk = await opened(await emptyStore(t));

    for (const route of ROUTES) {
      for (const who of WHO) {
        for (const way of ['page', 'form', 'fetch'] as const) {
          const { headers } = await desk.response(route, who, way);

          assert.equal(headers.get('cache-control'), 'no-store');
          assert.equal(headers.get('x-robots-tag'), 'noindex');
          assert.equal(headers.get('referrer-policy'), 'no-referrer');
          assert.equal(headers.get('x-content-type-options'), 'nosniff');
          assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; .*frame-ancestors 'none'/);
        }
      }
    }
  });

  test(`${name}: a database that does not answer turns everybody away, and shows nothing`, async (t) => {
    const desk = await opened(await emptyStore(t));
    await desk.store.close();

    const signedIn = await desk.ask('/desk', 'agent', 'page');
    const stranger = await desk.ask('/desk', 'stranger', 'page');

    assert.deepEqual(signedIn, { status: 503, shown: false });
    assert.deepEqual(stranger, { status: 303, shown: false });
  });

  test(`${name}: a database that goes away while a page is made is told as such, and shows nothing`, async (t) => {
    const desk = await opened(await emptyStore(t));

    const answer = await desk.response('/desk', 'agent', 'form', () => Promise.reject(new StoreUnavailable('full')));

    assert.deepEqual([answer.status, await answer.text()], [503, 'store-unavailable']);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  test(`${name}: a stream ends with the session, before it tells anything more`, async (t) => {
    const { store, response } = await opened(await emptyStore(t));
    const events = new TransformStream<Uint8Array, Uint8Array>();
    const writer = events.writable.getWriter();
    const stream = new Response(events.readable, { headers: { 'content-type': 'text/event-stream' } });
    const { body } = await response('/desk/events', 'agent', 'stream', async () => stream);
    const reader = body?.getReader();
    writer.write(Buffer.from('event: changed')).catch(() => undefined);
    const before = await reader?.read();

    await store.endSessions('agent');
    writer.write(Buffer.from('event: changed')).catch(() => undefined);
    const after = await reader?.read();

    assert.equal(before?.done, false);
    assert.equal(after?.done, true);
  });
}

/** What should happen, from the table alone. */
function expected(route: string, who: Who, way: Way): { status: number; shown: boolean } {
  const isIn = (ROLES as readonly string[]).includes(who);
  const admission = admissionTo(route);
  const isRead = way === 'page' || way === 'fetch' || way === 'stream';
  if (way === 'foreign') return { status: 403, shown: false };
  if (!isIn && admission !== 'anyone') return { status: way === 'page' ? 303 : 401, shown: false };
  if (isIn && way === 'unmarked') return { status: 403, shown: false };
  if (admission !== 'anyone' && !admission.includes(who as Role)) {
    const isLed = route === '/desk' && way === 'page' && isRead;
    return { status: isLed ? 303 : 403, shown: false };
  }
  return { status: 200, shown: true };
}

async function contentPage(): Promise<Response> {
  return new Response(CONTENT, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function opened(store: Store) {
  const secret = Buffer.from('a secret that is long enough to use');
  const signIn = openSignIn(store, { secret, serverUrl: SITE, log: () => undefined });
  const cookies: Partial<Record<Who, string>> = {};
  for (const who of [...ROLES, 'stale session', 'removed member'] as const) {
    const id = who.replace(' ', '-');
    const role = ROLES.find((each) => each === who) ?? 'admin';
    await store.addMember({ id, email: `${id}@example.com`, name: who, role }, NOW);
    const set = await signIn.setPassword(await signIn.makeLink(id, NOW), 'four words in a row', new Headers());
    cookies[who] = (set ?? []).map((cookie) => cookie.split(';')[0] ?? '').join('; ');
  }
  await store.endSessions('stale-session');
  await store.removeMember('removed-member');

  const response = (route: string, who: Who, way: Way, asked = contentPage) => {
    const { method, headers } = WAYS[way];
    const url = new URL(`${route.replaceAll(/\[(\.\.\.)?(\w+)\]/g, 'some-$2')}/`, SITE);
    const request = new Request(url, {
      method,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', cookie: cookies[who] ?? '' },
      ...(method !== 'GET' && { body: 'text=a' }),
    });
    const app: Knock['app'] = {
      store,
      signIn: async () => signIn,
      secret,
      serverUrl: SITE,
      log: () => undefined,
    };
    return guardDesk(
      { request, url, routePattern: route, app, headers: HEADERS },
      {
        asked,
        turnedAway: async (why) => new Response(why, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      },
    );
  };
  const ask = async (route: string, who: Who, way: Way) => {
    const answer = await response(route, who, way);
    return { status: answer.status, shown: (await answer.text()).includes(CONTENT) };
  };
  return { store, response, ask };
}
