import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { StoreUnavailable } from '../../src/server/store.ts';
import type { StubAnswer } from '../fixtures/http-stub.ts';
import { until } from '../fixtures/until.ts';
import { desks, escalation } from './delivering-desks.ts';

test('stopping lets what is under way end, and be noted', async (t) => {
  let release: (answer: StubAnswer) => void = () => undefined;
  const { store, hook, deliver } = await desks(t, { hook: () => new Promise((answer) => (release = answer)) });
  await store.addEscalation(escalation('1'));
  const delivering = deliver();
  await until('one request', () => hook.requests.length === 1);

  const stopped = delivering.stop();
  release({ status: 200 });
  await stopped;

  const found = await store.escalationByReference('ref-1');
  assert.equal(found?.deliveries.find(({ desk }) => desk === 'webhook')?.state, 'delivered');
});

test('what is under way ends and is noted also where the store failed in between', async (t) => {
  const answering = Promise.withResolvers<StubAnswer>();
  const { store, mails, hook, deliver } = await desks(t, { hook: () => answering.promise });
  await store.addEscalation(escalation('1'));
  const { leaseDue } = store;
  let isBroken = false;
  store.leaseDue = (kind, ...asked) => {
    if (kind !== 'webhook' || hook.requests.length === 0) return leaseDue(kind, ...asked);
    isBroken = true;
    return Promise.reject(new StoreUnavailable('The disk is full.'));
  };

  const { stop } = deliver();
  await until('a broken store and one mail', () => isBroken && mails.length === 1);
  const stopped = stop().then(() => 'stopped');
  const before = await Promise.race([stopped, setTimeout(500, 'under way')]);
  answering.resolve({ status: 204 });
  await stopped;

  assert.equal(before, 'under way');
  const found = await store.escalationByReference('ref-1');
  assert.deepEqual(
    found?.deliveries.map(({ desk, state }) => [desk, state]),
    [
      ['smtp', 'delivered'],
      ['webhook', 'delivered'],
    ],
  );
});
