import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpClient, type Answer } from '../../../../src/help-desks/http/http-client.ts';
import { httpStub } from '../../../fixtures/http-stub.ts';

const INNER = { innerHosts: ['desk.internal', '127.0.0.1'] };
const IMPATIENT = { ...INNER, timeoutMs: 500 };

test('the address that a name leads to is found out once, and the name is still what the desk hears', async (t) => {
  const { url, requests } = await httpStub(t, () => ({ status: 200, body: 'ok' }));
  let asked = 0;
  // A name that changes its mind, as in DNS rebinding: the second answer is never asked for.
  const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']);
  const http = httpClient({ ...INNER, resolve });
  const { port } = new URL(url);

  const answer = await http({ method: 'GET', url: `http://desk.internal:${port}/x?y=1`, headers: {} });

  assert.equal(answer.kind === 'answer' && answer.text, 'ok');
  assert.equal(asked, 1);
  assert.equal(requests[0]?.headers['host'], `desk.internal:${port}`);
});

const refused = [
  { url: 'http://desk.example/', addresses: ['8.8.8.8'], code: 'not-https' },
  { url: 'https://desk.example/', addresses: ['10.1.2.3'], code: 'private-address' },
  { url: 'https://desk.example/', addresses: ['8.8.8.8', '127.0.0.1'], code: 'private-address' },
  { url: 'https://desk.example/', addresses: ['::1'], code: 'private-address' },
  { url: 'https://desk.example/', addresses: ['::ffff:169.254.169.254'], code: 'private-address' },
  { url: 'https://169.254.169.254/latest/meta-data', addresses: [], code: 'private-address' },
  { url: 'https://[fd00::1]/', addresses: [], code: 'private-address' },
  { url: 'https://2130706433/', addresses: [], code: 'private-address' },
  { url: 'https://0x7f.1/', addresses: [], code: 'private-address' },
];
for (const { url, addresses, code } of refused) {
  test(`${url} (${addresses.join(', ')}) is not asked: ${code}`, async () => {
    const http = httpClient({ innerHosts: [], resolve: async () => addresses });

    const answer = await http({ method: 'GET', url, headers: {} });

    assert.deepEqual([answer.kind, 'code' in answer && answer.code], ['refused', code]);
  });
}

test('a name that leads nowhere has surely taken nothing', async () => {
  const http = httpClient({
    ...INNER,
    resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
  });

  const answer = await http({ method: 'GET', url: 'https://nowhere.example/', headers: {} });

  assert.deepEqual(without(answer), { kind: 'no-answer', code: 'ENOTFOUND', mayHaveArrived: false });
});

test('silence ends in time, and the request may have arrived', async (t) => {
  const { url } = await httpStub(t, () => 'silence');

  const answer = await httpClient(IMPATIENT)({ method: 'POST', url, headers: {}, body: 'x' });

  assert.deepEqual(without(answer), { kind: 'no-answer', code: 'timeout', mayHaveArrived: true });
});

test('finding out an address takes no longer than an answer may', async () => {
  const http = httpClient({ ...IMPATIENT, resolve: () => new Promise(() => undefined) });

  const answer = await http({ method: 'GET', url: 'https://slow.example/', headers: {} });

  assert.deepEqual(without(answer), { kind: 'no-answer', code: 'timeout', mayHaveArrived: false });
});

test('half an answer has its status, and is not whole', async (t) => {
  const { url } = await httpStub(t, () => ({ status: 201, body: { id: 17, more: 'x'.repeat(100) }, half: true }));

  const answer = await httpClient(INNER)({ method: 'POST', url, headers: {}, body: 'x' });

  assert.equal(answer.kind === 'answer' && answer.status, 201);
  assert.equal(answer.kind === 'answer' && answer.isWhole, false);
});

test('of an answer that is too large no more is read than fits', async (t) => {
  const { url } = await httpStub(t, () => ({ status: 200, body: 'x'.repeat(5_000_000) }));

  const answer = await httpClient({ ...INNER, maxBytes: 100_000 })({ method: 'GET', url, headers: {} });

  assert.equal(answer.kind === 'answer' && answer.isWhole, false);
  assert.ok(answer.kind === 'answer' && answer.text.length <= 100_000);
});

test('a redirect is an answer like any other', async (t) => {
  const { url, requests } = await httpStub(t, () => ({ status: 302, headers: { location: '/elsewhere' } }));

  const answer = await httpClient(INNER)({ method: 'GET', url, headers: {} });

  assert.equal(answer.kind === 'answer' && answer.status, 302);
  assert.equal(requests.length, 1);
});

test('a server whose certificate is not to be trusted is told nothing', async (t) => {
  const { url, requests } = await httpStub(t, () => ({ status: 200 }));

  const answer = await httpClient(INNER)({
    method: 'POST',
    url: url.replace('http:', 'https:'),
    headers: {},
    body: 'x',
  });

  assert.equal(answer.kind === 'no-answer' && answer.mayHaveArrived, false);
  assert.deepEqual(requests, []);
});

function without(answer: Answer): object {
  const { reason: _reason, ...rest } = answer as { reason?: string };
  return rest;
}
