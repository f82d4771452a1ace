import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { SITE_BUDGET } from '../../src/server/abuse/budgets.ts';
import type { ReadText } from '../../src/schema/read-text.ts';
import { post, postForm, running } from './running-api.ts';

const JOIN = {
  article: 'slow',
  joins: true,
  channel: 'email',
  name: 'A reader',
  email: 'reader@example.com',
  message: 'This concerns me too.',
};
const ASKED = { ...JOIN, joins: undefined, article: 'computer-will-not-start', message: 'It beeps.' };
const TEXT: ReadText = { hash: '0123456789abcdef', article: ASKED.article, title: 'T', summary: 'S', sections: [] };

test('a program that joins an open incident is promised nothing, and the same again is the same', async (t) => {
  const { url, kept } = await running(t, { openIncidents: ['slow'] });
  const headers = { 'idempotency-key': 'once' };

  const first = await post(`${url}/api/escalations`, JOIN, headers);
  const again = await post(`${url}/api/escalations`, JOIN, headers);

  const [answer, same] = [(await first.json()) as object, await again.json()];
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.deepEqual(Object.keys(answer).sort(), ['channel', 'reference', 'statusUrl']);
  assert.deepEqual(same, answer);
  assert.deepEqual(kept('select state, joins, (select count(*) from outbox) as told from escalations'), [
    { state: 'joined', joins: 1, told: 0 },
  ]);
});

test('who joins what is over asks for a person, and is promised one', async (t) => {
  const { url, kept } = await running(t);

  const response = await post(`${url}/api/escalations`, JOIN, { 'idempotency-key': 'late' });

  assert.equal(((await response.json()) as { promisedBy: string }).promisedBy, '2026-11-23T13:00:00Z');
  assert.deepEqual(kept('select state, joins from escalations'), [{ state: 'waiting', joins: null }]);
});

const forms: [typed: [string, string][], channel: string][] = [
  [[['email', 'a@example.com']], 'email'],
  [[['phone', '+44 1632 960150']], 'call-back'],
  [
    [
      ['email', 'a@example.com'],
      ['phone', '+44 1632 960150'],
    ],
    'email',
  ],
];

for (const [typed, channel] of forms) {
  test(`the plain form with ${typed.map(([name]) => name).join(' and ')} goes on to the status page, once a day`, async (t) => {
    const { url, kept } = await running(t, { openIncidents: ['slow'] });
    const fields: [string, string][] = [
      ['article', 'slow'],
      ['joins', 'true'],
      ['message', 'This concerns me too.'],
      ['name', 'A reader'],
      ['website', ''],
      ...typed,
    ];

    const [first, again] = [
      await postForm(`${url}/api/escalations`, fields),
      await postForm(`${url}/api/escalations`, fields),
    ];

    assert.deepEqual([first.status, again.headers.get('location')], [303, first.headers.get('location')]);
    assert.deepEqual(kept('select channel, email, phone from escalations'), [
      { channel, email: null, phone: null, ...Object.fromEntries(typed) },
    ]);
  });
}

test('many who join at once are no flood, and keep nobody else out', async (t) => {
  const { url, kept } = await running(t, { openIncidents: ['slow'], trustedProxies: '127.0.0.1' });

  for (let from = 0; from <= SITE_BUDGET.most; from++) {
    await post(
      `${url}/api/escalations`,
      { ...JOIN, email: `reader-${from}@example.com` },
      { 'idempotency-key': randomUUID(), 'x-forwarded-for': `192.0.2.${from}` },
    );
  }

  assert.deepEqual(kept('select count(*) as joined from escalations where quarantined is null'), [
    { joined: SITE_BUDGET.most + 1 },
  ]);
});

test('the text that was read is kept with the request, from the build', async (t) => {
  const { url, app } = await running(t, { builtText: async (hash) => (hash === TEXT.hash ? TEXT : undefined) });

  await post(`${url}/api/escalations`, { ...ASKED, contentHash: TEXT.hash }, { 'idempotency-key': 'read' });

  assert.deepEqual(await app.store.readText(TEXT.hash), TEXT);
});

const ignored: Record<string, { article?: string; contentHash: string }> = {
  'a hash of another article': { article: 'restore-a-file', contentHash: TEXT.hash },
  'a hash that no build had': { contentHash: 'f'.repeat(16) },
  'a path instead of a hash': { contentHash: '../../data/secret' },
};

for (const [what, forged] of Object.entries(ignored)) {
  test(`${what} keeps no text, and the request is taken all the same`, async (t) => {
    const asked: string[] = [];
    const { url, kept } = await running(t, {
      builtText: async (hash) => {
        asked.push(hash);
        return hash === TEXT.hash ? TEXT : undefined;
      },
    });

    const response = await post(`${url}/api/escalations`, { ...ASKED, ...forged }, { 'idempotency-key': 'forged' });

    assert.equal(response.status, 201);
    assert.deepEqual(kept('select hash from read_texts'), []);
    assert.ok(asked.every((hash) => /^[0-9a-f]{16}$/.test(hash)));
  });
}
