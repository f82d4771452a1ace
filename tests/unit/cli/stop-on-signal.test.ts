import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { stopOnSignal, type Stop } from '../../../src/cli/stop-on-signal.ts';

for (const signal of ['SIGTERM', 'SIGINT']) {
  test(`at ${signal} what is under way is finished before anything is closed, and the status is 0`, async () => {
    const finishing = Promise.withResolvers<undefined>();
    const { send, told, exited } = process({ finish: () => finishing.promise });

    send(signal);
    const before = [...told];
    finishing.resolve(undefined);

    assert.equal(await exited, 0);
    assert.deepEqual(before, ['stopping', 'finish']);
    assert.deepEqual(told, ['stopping', 'finish', 'close', 'stopped']);
  });
}

test('what does not finish in time is left, the store is closed all the same, and the log says so', async () => {
  const { send, told, exited } = process({ finish: () => new Promise(() => undefined), withinMs: 5 });

  send('SIGTERM');

  assert.equal(await exited, 0);
  assert.deepEqual(told, ['stopping', 'finish', 'close', 'stopped-late']);
});

test('a second signal ends the process at once', async () => {
  const { send, told, later, exited } = process({ finish: () => new Promise(() => undefined), withinMs: 50 });

  send('SIGTERM');
  later(1_000);
  send('SIGTERM');

  assert.equal(await exited, 1);
  assert.deepEqual(told, ['stopping', 'finish']);
});

test('a Ctrl-C that npm passes on as well counts once', async () => {
  const finishing = Promise.withResolvers<undefined>();
  const { send, told, later, exited } = process({ finish: () => finishing.promise });

  send('SIGINT');
  later(200);
  send('SIGINT');
  finishing.resolve(undefined);

  assert.equal(await exited, 0);
  assert.deepEqual(told, ['stopping', 'finish', 'close', 'stopped']);
});

test('a store that cannot be closed well is logged, and the status is 1', async () => {
  const { send, told, exited } = process({ close: () => Promise.reject(new RangeError('a@example.com')) });

  send('SIGTERM');

  assert.equal(await exited, 1);
  assert.deepEqual(told.slice(-1), ['stop-failed']);
});

test('under npm, the end of the shell in between is as good as SIGTERM, which it does not pass on', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const { orphan, told, exited } = process({ isRunByNpm: true });
  t.mock.timers.tick(10_000);
  const before = [...told];

  orphan();
  t.mock.timers.tick(1_000);

  assert.equal(await exited, 0);
  assert.deepEqual(before, []);
  assert.deepEqual(told, ['stopping', 'finish', 'close', 'stopped']);
});

test('without npm, whoever started it may leave', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const { orphan, told } = process({});

  orphan();
  t.mock.timers.tick(10_000);

  assert.deepEqual(told, []);
});

/** A process that gets signals, and is asked to end once. */
function process({ finish = async () => undefined, close = async () => undefined, ...rest }: Partial<Stop>) {
  const signals = new EventEmitter();
  const told: string[] = [];
  const { promise: exited, resolve } = Promise.withResolvers<number>();
  let now = Temporal.Instant.from('2026-11-23T09:00Z');
  const ending = {
    ppid: 100,
    on: (signal: string, stop: () => void) => signals.on(signal, stop),
    exit: resolve,
  };
  stopOnSignal(
    {
      ...rest,
      finish: () => (told.push('finish'), finish()),
      close: () => (told.push('close'), close()),
    },
    (event) => told.push(event),
    () => now,
    ending,
  );
  return {
    told,
    exited,
    send: (signal: string) => void signals.emit(signal),
    orphan: () => void (ending.ppid = 1),
    later: (milliseconds: number) => (now = now.add({ milliseconds })),
  };
}
