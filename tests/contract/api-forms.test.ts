import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_TEXT_LENGTH } from '../../src/schema/ask-rules.ts';
import type { App } from '../../src/server/app.ts';
import { findByToken } from '../../src/server/escalations.ts';
import { escalation, fieldsOf, tokenIn } from './api-samples.ts';
import { postForm, running } from './running-api.ts';

test('a plain form is taken, and goes on to its status page', async (t) => {
  const { url, app } = await running(t);

  const response = await postForm(`${url}/api/escalations`, [
    ['key', 'a-form'],
    ['article', 'computer-will-not-start'],
    ['version', '12'],
    ['audience', 'home'],
    ['channel', 'call-back'],
    ['name', ' Zoë '],
    ['email', ''],
    ['phone', '+44 1632 960150'],
    ['goodTime', 'after five'],
    ['message', 'Line one\r\nLine two'],
    ['packet', JSON.stringify(escalation.packet)],
  ]);

  assert.equal(response.status, 303);
  const to = response.headers.get('location') ?? '';
  assert.match(to, /^\/requests\/[A-Za-z0-9_-]{43}\/$/);
  const status = await findByToken(app.store, tokenIn(to));
  assert.deepEqual(JSON.parse(JSON.stringify(status?.sent)), {
    article: 'computer-will-not-start',
    version: '12',
    audience: 'home',
    channel: 'call-back',
    name: 'Zoë',
    phone: '+44 1632 960150',
    goodTime: 'after five',
    message: 'Line one\nLine two',
    packet: escalation.packet,
  });
});

test('what a reader strikes out of a form is neither kept nor sent', async (t) => {
  const { url, app } = await running(t);
  const typed = fieldsOf({ key: 'k1', channel: 'email', name: 'A reader', email: 'a@example.com', message: 'Hello.' });
  const along = fieldsOf({
    article: 'computer-will-not-start',
    version: '12',
    packet: JSON.stringify(escalation.packet),
  });

  const some = await postForm(`${url}/api/escalations`, [
    ...typed,
    ...along,
    ...fieldsOf({ 'packet-shown': '1', keep: 'steps' }),
    ['keep', 'browser'],
  ]);
  const none = await postForm(`${url}/api/escalations`, [
    ...typed.filter(([name]) => name !== 'key'),
    ...along,
    ...fieldsOf({ key: 'k2', 'packet-shown': '1' }),
  ]);

  const kept = await sentAt(app, some);
  assert.equal(kept?.article, undefined);
  assert.equal(kept?.version, undefined);
  assert.deepEqual(JSON.parse(JSON.stringify(kept?.packet)), {
    searches: [],
    visited: [],
    steps: escalation.packet.steps,
    choices: [],
    browser: escalation.packet.browser,
  });
  assert.deepEqual(JSON.parse(JSON.stringify((await sentAt(app, none))?.packet)), {
    searches: [],
    visited: [],
    steps: [],
    choices: [],
  });
});

test('a form that cannot be taken comes back with all that was typed', async (t) => {
  const { url } = await running(t);

  const response = await postForm(
    `${url}/api/escalations`,
    fieldsOf({
      key: 'k',
      channel: 'email',
      name: 'A reader',
      email: 'a@b',
      message: 'What\nI wrote',
      packet: '{"steps":5}',
    }),
  );

  assert.equal(response.status, 422);
  const { kind, errors, typed } = (await response.json()) as {
    kind: string;
    errors: { field: string }[];
    typed: object;
  };
  assert.equal(kind, 'again');
  assert.deepEqual(
    errors.map(({ field }) => field),
    ['email'],
  );
  assert.deepEqual(typed, {
    key: 'k',
    channel: 'email',
    name: 'A reader',
    email: 'a@b',
    message: 'What\nI wrote',
    packet: '{"searches":[],"visited":[],"steps":[],"choices":[]}',
  });
});

test('the longest message is taken from a plain form too, in whatever script it is written', async (t) => {
  const { url, app } = await running(t);
  const message = '助'.repeat(MAX_TEXT_LENGTH);

  const response = await fetch(`${url}/api/escalations`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ key: 'long', channel: 'email', name: 'A reader', email: 'a@example.com', message }),
  });

  assert.equal(response.status, 303);
  const [kept] = await app.store.waitingEscalations();
  assert.equal(kept?.escalation.message, message);
});

test('a form sent twice makes one escalation, also when its page forgot the key', async (t) => {
  const { url, app } = await running(t);
  const form = fieldsOf({ channel: 'email', name: 'A reader', email: 'a@example.com', message: 'Hello.' });

  const [first, second] = await Promise.all([
    postForm(`${url}/api/escalations`, form),
    postForm(`${url}/api/escalations`, form),
  ]);

  assert.deepEqual([first.status, second.status], [303, 303]);
  assert.equal(first.headers.get('location'), second.headers.get('location'));
  assert.equal((await app.store.waitingEscalations()).length, 1);
});

test('a form that was changed and sent again comes back without its key, and then goes through', async (t) => {
  const { url, app } = await running(t);
  const form = { key: 'k', channel: 'email', name: 'A reader', email: 'a@example.com', message: 'Hello.' };
  await postForm(`${url}/api/escalations`, fieldsOf(form));

  const changed = await postForm(`${url}/api/escalations`, fieldsOf({ ...form, message: 'Hello again.' }));

  assert.equal(changed.status, 422);
  const { typed, errors } = (await changed.json()) as { typed: Record<string, string>; errors: { problem: string }[] };
  assert.equal(typed['key'], undefined);
  assert.equal(typed['message'], 'Hello again.');
  assert.equal(
    errors[0]?.problem,
    'We have your first message from this page. What stands here now says something else.',
  );
  const again = await postForm(`${url}/api/escalations`, fieldsOf(typed));
  assert.equal(again.status, 303);
  assert.equal((await app.store.waitingEscalations()).length, 2);
});

async function sentAt(app: App, response: Response) {
  return (await findByToken(app.store, tokenIn(response.headers.get('location') ?? '')))?.sent;
}
