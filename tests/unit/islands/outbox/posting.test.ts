import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteSeen, post, postDue, takeBack } from '../../../../src/islands/outbox/posting.ts';
import { ANSWER, BODY, postingInMemory, sent, waiting } from './outbox-fixture.ts';

test('two pages that send the same message at once make one request', async () => {
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'sent', answer: ANSWER }));
  kept.set('key', waiting());

  const both = await Promise.all([post('key', posting), post('key', posting)]);

  assert.deepEqual(sends, [{ key: 'key', body: JSON.parse(BODY) }]);
  assert.deepEqual(
    both.map((message) => message?.state.kind),
    ['sent', 'sent'],
  );
});

test('what is not due yet is left alone, unless there is a sign that it may go now', async () => {
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  const later = waiting();
  if (later.state.kind === 'waiting') later.state.nextTryAtMs = 2_000;
  kept.set('key', later);

  await postDue(posting);
  const before = sends.length;
  await postDue(posting, 1_000);

  assert.deepEqual([before, sends.length], [0, 1]);
});

test('of two pages that hear of the connection at once, one tries, and the other leaves the server alone', async () => {
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('key', waiting());

  await Promise.all([postDue(posting, 1_000), postDue(posting, 1_000)]);

  assert.equal(sends.length, 1);
});

test('a try counts where the browser has no room to note it', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('key', waiting());
  posting.outbox.put = async () => false;

  const waits = await postDue(posting, 1_000);

  assert.deepEqual(
    waits?.map(({ state }) => state.kind === 'waiting' && state.triedAtMs),
    [1_000],
  );
});

test('a message that cannot be sent does not hold up the next one', async () => {
  const { posting, kept } = postingInMemory(async (_address, _body, headers) =>
    headers['idempotency-key'] === 'first' ? { kind: 'unreachable' } : { kind: 'sent', answer: ANSWER },
  );
  kept.set('first', { ...waiting(), key: 'first' });
  kept.set('second', { ...waiting(), key: 'second' });

  await postDue(posting);

  assert.deepEqual([kept.get('first')?.state.kind, kept.get('second')?.state.kind], ['waiting', 'sent']);
});

test('what was taken back is not sent any more', async () => {
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'sent', answer: ANSWER }));
  kept.set('key', waiting());

  const taken = await takeBack('key', posting);
  await postDue(posting, 1_000);

  assert.equal(taken?.state.kind, 'waiting');
  assert.deepEqual(sends, []);
});

test('what goes out while it is taken back is not forgotten, and is said to be sent', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'sent', answer: ANSWER }));
  kept.set('key', waiting());

  const [, taken] = await Promise.all([post('key', posting), takeBack('key', posting)]);

  assert.equal(taken?.state.kind, 'sent');
  assert.equal(kept.get('key')?.state.kind, 'sent');
});

test('what its reader has seen to be sent is no news any more', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('key', sent());

  await noteSeen('key', posting);

  const { state } = kept.get('key') ?? sent();
  assert.equal(state.kind === 'sent' && state.isSeen, true);
});
