import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { RequestErrors } from '../../src/schema/request-error.ts';
import type { App } from '../../src/server/app.ts';
import { postMail } from '../../src/server/requests/post-mail.ts';
import { StoreUnavailable } from '../../src/server/store.ts';
import { running } from './running-api.ts';

const TOKEN = 'a token that is long enough to be used';
const NOW = Temporal.Instant.from('2026-11-23T09:10Z');

test('what a mail service hands over is taken, and stands with its request', async (t) => {
  const { app, reference } = await withRequest(t);

  const response = await posted(app, mail(`Re: ${reference}`, 'reader@example.com'));

  assert.equal(response.status, 202);
  assert.deepEqual(await response.json(), { outcome: 'added' });
});

test('mail that belongs to no request is refused, so that the service keeps it', async (t) => {
  const { app } = await withRequest(t);

  const response = await posted(app, mail('Hello', 'somebody@example.com'));

  assert.equal(response.status, 422);
  assert.match((await problems(response))[0] ?? '', /belongs to no request/);
});

for (const [what, headers, status] of [
  ['without a token', { authorization: '' }, 401],
  ['with another token', { authorization: `Bearer ${TOKEN}!` }, 401],
  ['that is no mail', { 'content-type': 'application/json' }, 415],
] as const) {
  test(`a request ${what} is turned away with ${status}, and nothing is kept`, async (t) => {
    const { app, reference, events } = await withRequest(t);

    const response = await posted(app, mail(`Re: ${reference}`, 'reader@example.com'), headers);

    assert.equal(response.status, status);
    assert.equal(await events(), 0);
  });
}

test('where no token is set, there is no such address', async (t) => {
  const { app } = await withRequest(t);
  const { inboundMail: _none, ...without } = app;

  assert.equal((await posted(without, mail('Hello', 'a@example.com'))).status, 404);
});

test('a mail that is too large is not held in memory, and one that the disk cannot take comes again', async (t) => {
  const { app, reference } = await withRequest(t);
  const broken = { ...app, store: { ...app.store, change: () => Promise.reject(new StoreUnavailable('full')) } };

  const tooLarge = await posted(app, Buffer.alloc(27_000_000, 'a'));
  const unavailable = await posted(broken, mail(`Re: ${reference}`, 'reader@example.com'));

  assert.equal(tooLarge.status, 413);
  assert.deepEqual([unavailable.status, unavailable.headers.get('retry-after')], [503, '60']);
});

async function withRequest(t: TestContext) {
  const { app: opened, url, kept } = await running(t);
  const app: App = { ...opened, inboundMail: { token: TOKEN, ownAddresses: ['help@northlight.example'] } };
  const response = await fetch(`${url}/api/escalations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
    body: JSON.stringify({ channel: 'email', name: 'A reader', email: 'reader@example.com', message: 'It beeps.' }),
  });
  const { reference } = (await response.json()) as { reference: string };
  return { app, reference, events: async () => kept('select * from events').length };
}

function posted(app: App, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request('http://localhost/api/mail', {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'message/rfc822', ...headers },
    body,
  });
  return postMail(request, app, NOW);
}

function mail(subject: string, from: string): Uint8Array<ArrayBuffer> {
  return Buffer.from(`From: ${from}\r\nSubject: ${subject}\r\nMessage-ID: <m@x>\r\n\r\nIt still beeps.`);
}

async function problems(response: Response): Promise<string[]> {
  return RequestErrors.parse(await response.json()).errors.map(({ problem }) => problem);
}
