import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { keepPosting } from '../../../../src/islands/outbox/keep-posting.ts';
import type { KeptMessage } from '../../../../src/islands/outbox/kept-message.ts';
import { postingInMemory, waiting } from './outbox-fixture.ts';

test('a sign that comes right after a try leads to one two seconds later, not to the next in its turn', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const page = onAPage(t);
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('key', waiting());
  const { first, stop } = keepPosting({ ...posting, nowMs: () => Date.now() }, { isEarly: false });
  await first;
  page.dispatchEvent(new Event('online'));
  await settled();

  t.mock.timers.tick(1_999);
  await settled();
  const before = sends.length;
  t.mock.timers.tick(1);
  await settled();
  stop();

  assert.deepEqual([before, sends.length], [1, 2]);
});

test('what is opened right after a try makes its own as soon as that may be', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  onAPage(t);
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('key', triedAt(0));
  const { first, stop } = keepPosting({ ...posting, nowMs: () => Date.now() }, { isEarly: true });
  await first;

  t.mock.timers.tick(2_000);
  await settled();
  stop();

  assert.equal(sends.length, 1);
});

test('a sign that waits for its two seconds is not forgotten when the reader comes back meanwhile', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const page = onAPage(t);
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('key', triedAt(0));
  const { first, stop } = keepPosting({ ...posting, nowMs: () => Date.now() }, { isEarly: false });
  await first;
  page.dispatchEvent(new Event('online'));
  await settled();

  t.mock.timers.tick(500);
  page.dispatchEvent(new Event('visibilitychange'));
  await goOn(t, 20_000);
  stop();

  assert.equal(sends.length, 1);
});

test('a sign counts once for each message that waits, as soon as that one may be tried', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  onAPage(t);
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('first', { ...triedAt(0), key: 'first' });
  kept.set('second', { ...triedAt(1_500), key: 'second' });
  t.mock.timers.tick(1_600);
  const { first, stop } = keepPosting({ ...posting, nowMs: () => Date.now() }, { isEarly: true });
  await first;

  await goOn(t, 3_000);
  stop();

  assert.deepEqual(
    sends.map(({ key }) => key),
    ['first', 'second'],
  );
});

test('a sign from before the clock was set back counts once more and not after every try', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const page = onAPage(t);
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  let aheadMs = 10_000_000;
  const { first, stop } = keepPosting({ ...posting, nowMs: () => Date.now() + aheadMs }, { isEarly: true });
  await first;

  aheadMs = 0;
  kept.set('key', triedAt(0));
  page.dispatchEvent(new Event('visibilitychange'));
  await goOn(t, 20_000);
  stop();

  assert.equal(sends.length, 1);
});

/** A message that has been tried so often that its turn comes every ten minutes. */
function triedAt(triedAtMs: number): KeptMessage {
  const message = waiting();
  Object.assign(message.state, { attempts: 20, triedAtMs, nextTryAtMs: triedAtMs + 600_000 });
  return message;
}

async function goOn(t: TestContext, forMs: number): Promise<void> {
  for (let passedMs = 0; passedMs < forMs; passedMs += 100) {
    t.mock.timers.tick(100);
    await settled();
  }
}

/** What keeping at it needs of a page. */
function onAPage(t: TestContext): EventTarget {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const parts = {
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    document: page,
    BroadcastChannel: undefined,
    localStorage: undefined,
  };
  for (const [name, value] of Object.entries(parts)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    t.after(() =>
      before ? Object.defineProperty(globalThis, name, before) : Reflect.deleteProperty(globalThis, name),
    );
  }
  return page;
}
