import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { followChanges } from '../../../../src/components/desk/follow-changes.ts';

test('changes that come during a look make one more, however many they are', async (t) => {
  const desk = onADesk(t);
  followChanges();
  desk.changed();
  await settled();

  for (let change = 0; change < 5; change++) desk.changed();
  for (let answer = 0; answer < 10; answer++) {
    desk.answer();
    await settled();
  }

  assert.equal(desk.looks(), 2);
});

test('a look begins only when the one before is over', async (t) => {
  const desk = onADesk(t);
  followChanges();
  desk.changed();
  await settled();

  desk.changed();
  await settled();
  const before = desk.looks();
  desk.answer();
  await settled();

  assert.deepEqual([before, desk.looks()], [1, 2]);
});

test('a change after a look is looked at as well, also where that look failed', async (t) => {
  const desk = onADesk(t);
  followChanges();
  desk.changed();
  await settled();

  desk.answer();
  await settled();
  desk.changed();
  await settled();

  assert.equal(desk.looks(), 2);
});

/** What following needs of a page, with a server that answers when it is told to, and then that it cannot. */
function onADesk(t: TestContext) {
  const events = new EventTarget();
  const open: (() => void)[] = [];
  let looks = 0;
  const parts = {
    EventSource: function () {
      return events;
    },
    location: { href: 'https://help.example.com/desk/' },
    fetch: () => {
      looks += 1;
      return new Promise((resolve) => open.push(() => resolve(new Response('', { status: 503 }))));
    },
  };
  for (const [name, value] of Object.entries(parts)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    t.after(() =>
      before ? Object.defineProperty(globalThis, name, before) : Reflect.deleteProperty(globalThis, name),
    );
  }
  return {
    changed: () => void events.dispatchEvent(new Event('changed')),
    answer: () => open.shift()?.(),
    looks: () => looks,
  };
}
