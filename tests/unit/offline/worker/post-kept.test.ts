import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postKept } from '../../../../src/offline/worker/post-kept.ts';
import { ANSWER, postingInMemory, waiting } from '../../islands/outbox/outbox-fixture.ts';

test('the worker tries a few times, and then lets the browser call again as long as something waits', async () => {
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  kept.set('key', waiting());
  let nowMs = 0;
  const pause = async (lengthMs: number) => void (nowMs += lengthMs);

  await assert.rejects(postKept({ ...posting, nowMs: () => nowMs }, pause), /1 messages could not be sent yet/);

  assert.equal(sends.length, 3);
});

test('the worker is called while a page has just been told no: it waits a moment, and then sends', async () => {
  let isUp = false;
  const { posting, kept } = postingInMemory(async () =>
    isUp ? { kind: 'sent', answer: ANSWER } : { kind: 'unreachable' },
  );
  kept.set('key', waiting());

  await postKept({ ...posting, nowMs: () => (isUp ? 3_000 : 0) }, async () => void (isUp = true));

  assert.equal(kept.get('key')?.state.kind, 'sent');
});

test('where nothing may be looked at, the worker has nothing to do', async () => {
  const { posting, sends } = postingInMemory(async () => ({ kind: 'unreachable' }), { isForbidden: true });

  await postKept(posting, async () => assert.fail('waited for nothing'));

  assert.deepEqual(sends, []);
});
