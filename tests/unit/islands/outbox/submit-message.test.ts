import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submitMessage, type Written } from '../../../../src/islands/outbox/submit-message.ts';
import { ANSWER, BODY, postingInMemory } from './outbox-fixture.ts';

const written: Written = {
  key: 'key',
  slug: 'restore-a-file',
  page: '/articles/restore-a-file/',
  struck: ['searches'],
  address: '/api/escalations',
  body: BODY,
};
const tooLong = [{ field: 'name', problem: 'This name is too long.', fix: 'Shorten it.' }];
const usedUp = [{ field: 'Idempotency-Key', problem: 'Used before.', fix: 'Use a new one.' }];

test('a message is kept before it is sent, so that a page that is closed in between loses nothing', async () => {
  const keptAtSending: number[] = [];
  const { posting, kept } = postingInMemory(async () => {
    keptAtSending.push(kept.size);
    return { kind: 'sent', answer: ANSWER };
  });

  const submitted = await submitMessage(written, posting);

  assert.deepEqual(submitted, { kind: 'sent', key: 'key', answer: ANSWER });
  assert.deepEqual(keptAtSending, [1]);
});

test('a message that cannot be sent is kept with all that it takes to send it, or to change it', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'unreachable' }));

  const submitted = await submitMessage(written, posting);

  assert.equal(submitted.kind, 'kept');
  const { key, state, struck } = kept.get('key') ?? {};
  assert.deepEqual([key, struck], ['key', ['searches']]);
  assert.equal(state?.kind === 'waiting' && state.body, BODY);
});

test('the same words from two tabs at once are one message', async () => {
  const { posting, sends } = postingInMemory(async () => ({ kind: 'sent', answer: ANSWER }));

  await Promise.all([submitMessage(written, posting), submitMessage({ ...written, key: 'another' }, posting)]);

  assert.equal(sends.length, 1);
});

test('the same words under another key are the message that was sent', async () => {
  const { posting, sends } = postingInMemory(async () => ({ kind: 'sent', answer: ANSWER }));
  await submitMessage(written, posting);

  const again = await submitMessage({ ...written, key: 'another' }, posting);

  assert.deepEqual(again, { kind: 'sent', key: 'key', answer: ANSWER });
  assert.equal(sends.length, 1);
});

test('other words under a key that is in use get a key of their own, and take nobody’s place', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'unreachable' }));
  await submitMessage(written, posting);

  await submitMessage({ ...written, body: BODY.replace('gone', 'back') }, posting);

  assert.equal(kept.size, 2);
  assert.ok(kept.has('key'));
});

test('what the server would turn down is told at once, and neither kept nor sent', async () => {
  const { posting, kept, sends } = postingInMemory(async () => ({ kind: 'unreachable' }));
  const body = JSON.stringify({ ...JSON.parse(BODY), email: undefined });

  const submitted = await submitMessage({ ...written, body }, posting);

  assert.ok(submitted.kind === 'trouble' && submitted.trouble.kind === 'refused' && submitted.key === 'key');
  assert.deepEqual(
    submitted.trouble.errors.map(({ problem }) => problem),
    ['We have no address to answer to.'],
  );
  assert.deepEqual([kept.size, sends.length], [0, 0]);
});

test('what the server wants mended stays in the form, and is not kept beside it', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'refused', status: 422, errors: tooLong }));

  const submitted = await submitMessage(written, posting);

  const trouble = { kind: 'refused', status: 422, errors: tooLong };
  assert.deepEqual(submitted, { kind: 'trouble', trouble, key: 'key' });
  assert.equal(kept.size, 0);
});

test('a message that came back is kept until it is with us, also when it is turned down once more', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'refused', status: 422, errors: tooLong }));

  await submitMessage({ ...written, former: 'key' }, posting);

  assert.equal(kept.get('key')?.state.kind, 'refused');
});

test('where a key is used up, the form gets another one', async () => {
  const { posting } = postingInMemory(async () => ({ kind: 'refused', status: 422, errors: usedUp }));

  const submitted = await submitMessage(written, posting);

  assert.ok(submitted.kind === 'trouble' && submitted.key !== 'key');
});

test('a host without a server of ours keeps nothing for later', async () => {
  const { posting, kept } = postingInMemory(async () => ({ kind: 'no-server' }));

  const submitted = await submitMessage(written, posting);

  assert.deepEqual(submitted, { kind: 'trouble', trouble: { kind: 'no-server' }, key: 'key' });
  assert.equal(kept.size, 0);
});

test('where nothing may be kept, the message is sent all the same', async () => {
  const { posting } = postingInMemory(async () => ({ kind: 'sent', answer: ANSWER }), { isForbidden: true });

  const submitted = await submitMessage(written, posting);

  assert.deepEqual(submitted, { kind: 'sent', key: 'key', answer: ANSWER });
});

test('where nothing may be kept and nothing goes out, nothing is said to be kept', async () => {
  const { posting } = postingInMemory(async () => ({ kind: 'unreachable' }), { isForbidden: true });

  const submitted = await submitMessage(written, posting);

  assert.deepEqual(submitted, { kind: 'trouble', trouble: { kind: 'unreachable' }, key: 'key' });
});

test('the form is told under which key its message goes, before it does', async () => {
  const { posting } = postingInMemory(async () => {
    told.push('sent');
    return { kind: 'unreachable' };
  });
  const told: string[] = [];
  await submitMessage(written, posting, (key) => told.push(key));

  // The same words, so the same message.
  await submitMessage({ ...written, key: 'another' }, posting, (key) => told.push(key));

  assert.deepEqual(told.slice(0, 3), ['key', 'sent', 'key']);
});
