import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { send } from '../../../src/islands/send.ts';
import { isGoodProof, newChallenge } from '../../../src/server/abuse/proof.ts';

const SECRET = Buffer.from('a secret that is long enough to use');
const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

type Seen = { headers: IncomingHttpHeaders; body: string };
type Answer = { status: number; type?: string; body?: unknown; retryAfter?: string };

test('what is asked to be worked for is sent again as it was, with its proof, and progress is told', async (t) => {
  const challenge = await newChallenge(SECRET, NOW);
  const { url, seen } = await answering(t, [
    { status: 429, body: { errors: [], challenge } },
    { status: 201, body: { reference: '7K3F-9Q2M' } },
  ]);
  const parts: number[] = [];

  const sent = await send(url, { message: 'It beeps.' }, { 'idempotency-key': 'k' }, (part) => parts.push(part));

  assert.deepEqual(sent, { kind: 'sent', answer: { reference: '7K3F-9Q2M' } });
  assert.deepEqual(
    seen.map(({ body, headers }) => [body, headers['idempotency-key']]),
    [
      ['{"message":"It beeps."}', 'k'],
      ['{"message":"It beeps."}', 'k'],
    ],
  );
  const proof = String(seen[1]?.headers['altcha']);
  assert.equal(await isGoodProof(proof, SECRET, { useChallenge: async () => true }, NOW), true);
  assert.ok(parts.length > 10 && parts.length <= 100, String(parts.length));
  assert.deepEqual(
    parts,
    parts.toSorted((a, b) => a - b),
  );
  assert.ok(parts.every((part) => part > 0 && part <= 1));
});

test('work that does not help is done once, and then the server counts as busy', async (t) => {
  const busy = { status: 429, body: { errors: [], challenge: await newChallenge(SECRET, NOW) } };
  const { url, seen } = await answering(t, [busy, busy, busy]);

  const sent = await send(url, {});

  assert.deepEqual(sent, { kind: 'busy' });
  assert.equal(seen.length, 2);
});

const cases: { it: string; answer: Answer; sent: object }[] = [
  {
    it: 'a flood that has to wait',
    answer: { status: 429, body: { errors: [] }, retryAfter: '93' },
    sent: { kind: 'busy', waitMs: 93_000 },
  },
  {
    it: 'a challenge that nobody can read',
    answer: { status: 429, body: { challenge: { parameters: 1 } } },
    sent: { kind: 'busy' },
  },
  { it: 'a 429 of a proxy', answer: { status: 429, type: 'text/html' }, sent: { kind: 'busy' } },
  { it: 'a full disk', answer: { status: 503, body: { errors: [] } }, sent: { kind: 'unreachable' } },
  {
    it: 'a server that starts anew',
    answer: { status: 503, type: 'text/html', retryAfter: '60' },
    sent: { kind: 'unreachable', waitMs: 60_000 },
  },
  { it: 'a page of somebody else', answer: { status: 200, type: 'text/html' }, sent: { kind: 'no-server' } },
  {
    it: 'what could not be taken',
    answer: { status: 422, body: { errors: [{ field: 'email', problem: 'P', fix: 'F' }] } },
    sent: { kind: 'refused', status: 422, errors: [{ field: 'email', problem: 'P', fix: 'F' }] },
  },
];
for (const { it, answer, sent } of cases) {
  test(`${it} is told from the rest`, async (t) => {
    const { url, seen } = await answering(t, [answer]);

    assert.deepEqual(await send(url, {}), sent);
    assert.equal(seen.length, 1);
  });
}

/** A server that gives these answers, in order. */
async function answering(t: TestContext, answers: Answer[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const { status, type = 'application/json', body: answer, retryAfter } = answers[seen.length] ?? { status: 500 };
    seen.push({ headers: request.headers, body });
    const headers = { 'content-type': type, ...(retryAfter !== undefined && { 'retry-after': retryAfter }) };
    response.writeHead(status, headers).end(JSON.stringify(answer) ?? '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}
