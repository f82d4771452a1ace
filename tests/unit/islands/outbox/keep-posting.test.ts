import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { keepPosting } from '../../../../src/islands/outbox/keep-posting.ts';
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
  const tried = waiting();
  if (tried.state.kind === 'waiting') Object.assign(tried.state, { triedAtMs: 0, nextTryAtMs: 600_000 });
  kept.set('key', tried);
  const { first, stop } = keepPosting({ ...posting, nowMs: () => Date.now() }, { isEarly: true });
  await first;

  t.mock.timers.tick(2_000);
  await settled();
  stop();

  assert.equal(sends.length, 1);
});

/** What keeping at it needs of a page. */
function onAPage(t: TestContext): EventTarget {
  const page = new EventTarget();
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
