import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { newNonce } from '../../src/server/abuse/nonce.ts';
import { escalation, quarantined } from './proxied-samples.ts';
import { proxied } from './proxied.ts';

test('a form with something in the field that nobody sees is promised an answer like any other, and set aside', async (t) => {
  const api = await proxied(t);

  const [trapped, honest] = [
    await api.sendForm({ ...escalation, key: 'a', website: 'https://spam.example' }),
    await api.sendForm({ ...escalation, key: 'b', website: '' }),
  ];

  assert.deepEqual([trapped.status, honest.status], [303, 303]);
  assert.match(trapped.headers.get('location') ?? '', /^\/requests\/[\w-]{43}\/$/);
  assert.deepEqual(quarantined(api), ['["trap-filled"]']);
});

test('what is set aside goes to no help desk until it is released, and keeps its promise', async (t) => {
  const api = await proxied(t);
  await api.sendForm({ ...escalation, key: 'a', website: 'x' });
  const { store } = api.app;
  const [waiting] = await store.waitingEscalations();

  const before = await store.assignDesks(['webhook'], api.now(), 10);
  api.later({ hours: 1 });
  await api.release(waiting?.id ?? '');
  const after = await store.assignDesks(['webhook'], api.now(), 10);

  assert.deepEqual([before, after], [0, 1]);
  const released = await store.escalationById(waiting?.id ?? '');
  assert.equal(released?.quarantined, undefined);
  assert.equal(String(released?.promisedBy), String(waiting?.promisedBy));
});

test('a form sent within two seconds is set aside, one that took longer is not, also when it is a day old', async (t) => {
  const api = await proxied(t);
  const nonce = (slug: string) => newNonce(api.app.secret, slug, api.now(), randomBytes(16));
  const [fast, slow, old] = [nonce(''), nonce(''), nonce('')];

  await api.sendForm({ ...escalation, key: fast, message: 'fast' });
  api.later({ seconds: 30 });
  await api.sendForm({ ...escalation, key: slow, message: 'slow' });
  api.later({ hours: 30 });
  const late = await api.sendForm({ ...escalation, key: old, message: 'old' });

  assert.equal(late.status, 303);
  assert.deepEqual(api.kept('select message, quarantined from escalations order by opened_at'), [
    { message: 'fast', quarantined: '["too-fast"]' },
    { message: 'slow', quarantined: null },
    { message: 'old', quarantined: null },
  ]);
});

test('a nonce is the key of its form: sent twice, it is one request', async (t) => {
  const api = await proxied(t);
  const key = newNonce(api.app.secret, '', api.now(), randomBytes(16));
  api.later({ seconds: 30 });

  const [first, second] = [await api.sendForm({ ...escalation, key }), await api.sendForm({ ...escalation, key })];

  assert.equal(first.headers.get('location'), second.headers.get('location'));
  assert.equal(api.kept('select id from escalations').length, 1);
});

test('under pressure a form with a nonce that somebody made up is set aside', async (t) => {
  const api = await proxied(t);
  const ours = newNonce(api.app.secret, '', api.now(), randomBytes(16));
  const madeUp = newNonce(randomBytes(32), '', api.now(), randomBytes(16));
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => api.send(escalation, { key: `${index}`, from: `192.0.2.${index}` })),
  );
  api.later({ seconds: 5 });

  await api.sendForm({ ...escalation, key: madeUp, message: 'made up' });
  await api.sendForm({ ...escalation, key: ours, message: 'ours' });

  assert.deepEqual(
    api.kept("select message, quarantined from escalations where idempotency_key like 'p1%' order by id"),
    [
      { message: 'made up', quarantined: '["no-page"]' },
      { message: 'ours', quarantined: null },
    ],
  );
});
