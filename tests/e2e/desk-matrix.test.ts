import { get, type IncomingMessage } from 'node:http';
import { deskPages } from '../fixtures/desk-pages.ts';
import { admissionTo } from '../../src/server/desk-routes.ts';
import { ROLES, type Role } from '../../src/schema/member.ts';
import { signedIn } from './members.ts';
import { BASE_URL, PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

const PAGE = { accept: 'text/html' };

test('a stranger is led to the sign-in by every page of the desk, and gets nothing else', async ({ request }) => {
  for (const { route, address } of deskPages().filter(({ route: each }) => admissionTo(each) !== 'anyone')) {
    const page = await request.get(address, { headers: PAGE, maxRedirects: 0 });
    const program = await request.get(address, { headers: { accept: 'application/json' } });
    const form = await request.post(address, { headers: { ...PAGE, origin: BASE_URL }, form: { text: 'a' } });

    expect([route, page.status(), program.status(), form.status()]).toEqual([route, 303, 401, 401]);
    expect(page.headers()['location']).toMatch(/^\/desk\/sign-in\//);
    for (const answer of [page, program, form]) {
      expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
      expect(answer.headers()['content-security-policy']).toMatch(/^default-src 'none';/);
    }
  }
});

test('however the address is written, a stranger gets no page of the desk', async () => {
  for (const target of [
    '/%64esk/',
    '//desk/',
    '/desk%2F',
    '/desk%2Fevents/',
    '/./desk/',
    '/x/../desk/',
    '/desk//',
    '/desk/%2e%2e/desk/',
    '/DESK/',
    '/desk/events%2F',
    '/desk/?next=/desk/sign-in/',
    '/desk/requests/7K3F-9Q2M',
    '/desk/index.html',
    '/desk.html',
  ]) {
    const { status, location, text } = await asked(target);

    expect([target, status >= 300 && status !== 500], text).toEqual([target, true]);
    expect(text).not.toMatch(/Sign out|Nobody is waiting|event-stream/);
    if (location) expect(location).toMatch(/^\/(desk|DESK|%64esk|desk%2F)/);
  }
});

for (const role of ROLES) {
  test(`the ${role} gets what the table gives, and nothing through a page of another site`, async ({ page, meant }) => {
    meant.push(/status of 404/);
    await signedIn(page, role);
    const { request } = page.context();

    for (const { route, address } of deskPages().filter(({ route: each }) => !each.endsWith('/events'))) {
      const admission = admissionTo(route);
      const isLetIn = admission === 'anyone' || (admission as readonly Role[]).includes(role);
      const own = await request.get(address, { headers: PAGE, maxRedirects: 0 });
      const foreign = await request.post(address, {
        headers: { ...PAGE, origin: 'https://evil.example' },
        form: { end: 'others' },
      });
      const unmarked = await request.post(address, { headers: { ...PAGE, origin: 'null' }, form: { end: 'others' } });

      const isLed = route === '/desk' && !isLetIn;
      expect([route, own.status() === 403], String(own.status())).toEqual([route, !isLetIn && !isLed]);
      expect([route, own.status() >= 500]).toEqual([route, false]);
      expect([route, foreign.status(), unmarked.status()]).toEqual([route, 403, 403]);
    }
  });
}

test('none of the ways of better-auth to make somebody a member is there', async ({ request }) => {
  for (const way of [
    'sign-up/email',
    'sign-in/email',
    'sign-in/social',
    'callback/single-sign-on',
    'callback/credential',
    'own-sessions',
    'begin-session',
    'own-sessions/begin-session',
    'update-user',
    'change-email',
    'change-password',
    'set-password',
    'request-password-reset',
    'reset-password',
    'link-social',
    'list-sessions',
    'get-session',
    'delete-user',
    'ok',
    'error',
  ]) {
    const body = { email: 'new@example.com', password: 'four words in a row', name: 'New', provider: 'google' };
    const sent = await request.post(`/desk/auth/${way}`, { data: body, headers: { origin: BASE_URL } });
    const asked = await request.get(`/desk/auth/${way}/`, { maxRedirects: 0 });
    const elsewhere = await request.post(`/api/auth/${way}`, { data: body, headers: { origin: BASE_URL } });

    expect([way, sent.status(), asked.status(), elsewhere.status()]).toEqual([way, 404, 404, 405]);
  }
});

/** Asks for exactly this target: URLs would be made plain on the way. */
function asked(path: string): Promise<{ status: number; location: string | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: PORT, path, headers: PAGE }, (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, text }),
      );
    }).on('error', reject);
  });
}
