import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Escalation } from '../../src/schema/escalation.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { openEscalation } from '../../src/server/escalations.ts';
import { postAct } from '../../src/server/requests/post-act.ts';
import { running } from './running-api.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const CLIENT = { address: '127.0.0.1', isLimited: false, isUndeclaredProxy: false };

test('the same form sent again is kept once, also where something came in between', async (t) => {
  const { post, said, answer } = await opened(t);

  await post({ kind: 'message', key: 'one', text: 'It beeps again.' });
  await answer('Hold F12.');
  await post({ kind: 'message', key: 'one', text: 'It beeps again.' });

  assert.deepEqual(await said(), ['It beeps again.', 'Hold F12.']);
});

test('a form whose answer was lost, and whose text was changed, loses neither text', async (t) => {
  const { post, said } = await opened(t);

  await post({ kind: 'message', key: 'one', text: 'It beeps again.' });
  await post({ kind: 'message', key: 'one', text: 'It beeps again, and smells.' });

  assert.deepEqual(await said(), ['It beeps again.', 'It beeps again, and smells.']);
});

test('whoever pressed yes, and then no on the page that came back, is believed the no', async (t) => {
  const { post, state } = await opened(t);

  await post({ kind: 'mended', key: 'one' });
  await post({ kind: 'reopened', key: 'one', text: 'Not quite.' });

  assert.equal(await state(), 'waiting');
});

test('a text that is too long comes back as far as it was read, with its key', async (t) => {
  const { post, said } = await opened(t);

  const outcome = await post({ kind: 'message', key: 'one', text: 'a'.repeat(3_000_000) });

  assert.ok(outcome?.kind === 'again');
  assert.deepEqual([outcome.status, outcome.typed['key']], [413, 'one']);
  assert.match(String(outcome.typed['text']), /^a{2000000,}$/);
  assert.deepEqual(await said(), []);
});

async function opened(t: TestContext) {
  const { app } = await running(t);
  const escalation = Escalation.parse({
    channel: 'email',
    name: 'A reader',
    email: 'reader@example.com',
    message: 'It beeps.',
  });
  const taken = await openEscalation(app, 'key', escalation, NOW);
  assert.ok(taken.kind === 'opened');
  const { statusUrl, reference } = taken.answer;
  const token = /requests\/(.+)\//.exec(statusUrl)?.[1] ?? '';
  const request = await app.store.escalationByReference(reference);
  const id = request?.id ?? '';
  return {
    post: (fields: Record<string, string>) =>
      postAct(new Request(statusUrl, { method: 'POST', body: new URLSearchParams(fields) }), app, CLIENT, token, NOW),
    answer: (text: string) =>
      continueEscalation(app, id, { act: { kind: 'answer', by: 'email', text }, author: 'agent' }, NOW),
    said: async () => (await app.store.eventsOf(id)).map(({ act }) => ('text' in act ? act.text : act.kind)),
    state: async () => (await app.store.escalationById(id))?.state,
  };
}
