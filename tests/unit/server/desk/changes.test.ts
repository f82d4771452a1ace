import assert from 'node:assert/strict';
import { syncBuiltinESMExports } from 'node:module';
import { test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { changesOf } from '../../../../src/server/desk/changes.ts';

test('a change is heard within a second, and once', async (t) => {
  const { becomes, secondsPass, heard } = await listening(t);

  const before = await secondsPass(4);
  becomes('2');
  await secondsPass(1);
  const after = [...heard];
  await secondsPass(3);

  assert.deepEqual(before, ['retry: 3000\n\n']);
  assert.deepEqual(after, ['retry: 3000\n\n', 'event: changed\ndata: "2"\n\n']);
  assert.deepEqual(heard, after);
});

test('where nothing changes, every fifteenth second has a breath', async (t) => {
  const { secondsPass } = await listening(t);

  const before = await secondsPass(14);
  const after = await secondsPass(16);

  assert.deepEqual(before, ['retry: 3000\n\n']);
  assert.deepEqual(after.slice(1), [': still here\n\n', ': still here\n\n']);
});

test('while the store cannot be read nothing has changed, and what did is heard once it can', async (t) => {
  const { becomes, secondsPass } = await listening(t);

  becomes(undefined);
  const unread = await secondsPass(2);
  becomes('1');
  const same = await secondsPass(2);
  becomes(undefined);
  await secondsPass(1);
  becomes('2');
  const other = await secondsPass(1);

  assert.deepEqual([unread.length, same.length], [1, 1]);
  assert.deepEqual(other.slice(1), ['event: changed\ndata: "2"\n\n']);
});

/** Somebody who reads the stream from the change `1` on; no change stands for a store that cannot be read. */
async function listening(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  // What was imported by its name is another one only then.
  syncBuiltinESMExports();
  const ending = new AbortController();
  t.after(() => {
    ending.abort();
    t.mock.timers.reset();
    syncBuiltinESMExports();
  });
  let latest: string | undefined = '1';
  const latestChange = () => (latest === undefined ? Promise.reject(new Error('Locked.')) : Promise.resolve(latest));
  const heard: string[] = [];
  void changesOf({ latestChange }, ending.signal).pipeTo(
    new WritableStream({ write: (bytes) => void heard.push(new TextDecoder().decode(bytes)) }),
  );
  const secondsPass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      t.mock.timers.tick(1_000);
      await setImmediate();
      await setImmediate();
    }
    return [...heard];
  };
  await setImmediate();
  return { becomes: (change: string | undefined) => (latest = change), secondsPass, heard };
}
