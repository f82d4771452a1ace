import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EscalationAnswer } from '../../src/schema/escalation.ts';
import { findByToken } from '../../src/server/escalations.ts';
import { escalation, fieldsOf, tokenIn, vote } from './api-samples.ts';
import { errorsIn, post, postForm, running } from './running-api.ts';

test('an escalation is answered with a reference, a promise and a private address', async (t) => {
  const { url, app } = await running(t);

  const response = await post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'first' });

  assert.equal(response.status, 201);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const answer = EscalationAnswer.parse(await response.json());
  assert.match(answer.reference, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(answer.promisedBy, '2026-11-23T13:00:00Z');
  assert.equal(answer.channel, 'email');
  assert.match(answer.statusUrl, /^https:\/\/help\.example\.com\/requests\/[A-Za-z0-9_-]{43}\/$/);
  const status = await findByToken(app.store, tokenIn(answer.statusUrl));
  assert.equal(status?.reference, answer.reference);
  assert.deepEqual(JSON.parse(JSON.stringify(status?.sent)), escalation);
});

test('fifty equal requests at once make one escalation and get one answer', async (t) => {
  const { url, app } = await running(t);

  const responses = await Promise.all(
    Array.from({ length: 50 }, () => post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'the same' })),
  );

  const statuses = responses.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [...Array.from({ length: 49 }, () => 200), 201]);
  const answers = new Set(await Promise.all(responses.map((response) => response.text())));
  assert.equal(answers.size, 1);
  assert.equal((await app.store.waitingEscalations()).length, 1);
});

test('the same key and body get the same answer days later, however the fields are ordered', async (t) => {
  const { url, later } = await running(t);
  const first = await post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'again' });
  later({ hours: 24 * 30 });

  const reordered = Object.fromEntries(Object.entries(escalation).reverse());
  const second = await post(`${url}/api/escalations`, reordered, { 'idempotency-key': 'again' });

  assert.equal(second.status, 200);
  assert.deepEqual(await second.json(), await first.json());
});

test('the same key with another body is refused, and the first stays as it was', async (t) => {
  const { url, app } = await running(t);
  await post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'one-key' });

  const response = await post(
    `${url}/api/escalations`,
    { ...escalation, message: 'Something else.' },
    { 'idempotency-key': 'one-key' },
  );

  assert.equal(response.status, 422);
  assert.deepEqual(await errorsIn(response), [
    {
      field: 'Idempotency-Key',
      problem: 'This Idempotency-Key was used before, with another body.',
      fix: 'Use a new key for a new escalation, or send the same body again.',
    },
  ]);
  const waiting = await app.store.waitingEscalations();
  assert.deepEqual(
    waiting.map((waits) => waits.escalation.message),
    [escalation.message],
  );
});

test('an escalation without a key is told which header is missing', async (t) => {
  const { url } = await running(t);

  const response = await post(`${url}/api/escalations`, escalation);

  assert.equal(response.status, 400);
  assert.deepEqual(await errorsIn(response), [
    {
      field: 'Idempotency-Key',
      problem: 'The header Idempotency-Key is missing.',
      fix: 'Send a new random UUID in it for each escalation, and the same one again when you repeat it.',
    },
  ]);
});

test('everything that is wrong with an escalation is told at once, in words for its reader', async (t) => {
  const { url } = await running(t);

  const response = await post(
    `${url}/api/escalations`,
    { channel: 'call-back', name: '  ', email: 'reader@example', message: ' \n', phone: '' },
    { 'idempotency-key': 'k' },
  );

  assert.equal(response.status, 422);
  assert.deepEqual(await errorsIn(response), [
    {
      field: 'name',
      problem: 'Your name is empty.',
      fix: 'Write the name by which we should address you.',
    },
    {
      field: 'email',
      problem: 'This does not look like an e-mail address.',
      fix: 'Write one address, such as name@example.com.',
    },
    {
      field: 'message',
      problem: 'Your message is empty.',
      fix: 'Tell us in a sentence or two what happens and what you need.',
    },
    {
      field: 'phone',
      problem: 'We have no number to call.',
      fix: 'Write your phone number, or choose an answer by e-mail.',
    },
  ]);
});

for (const { channel, field, problem, fix } of [
  {
    channel: 'email',
    field: 'email',
    problem: 'We have no address to answer to.',
    fix: 'Write your e-mail address, or choose a call-back.',
  },
  {
    channel: 'call-back',
    field: 'phone',
    problem: 'We have no number to call.',
    fix: 'Write your phone number, or choose an answer by e-mail.',
  },
]) {
  test(`the channel "${channel}" needs the ${field}`, async (t) => {
    const { url } = await running(t);

    const response = await post(
      `${url}/api/escalations`,
      { channel, name: 'A reader', message: 'Hello.', [field]: '' },
      { 'idempotency-key': 'k' },
    );

    assert.equal(response.status, 422);
    assert.deepEqual(await errorsIn(response), [{ field, problem, fix }]);
  });
}

test('an escalation from an article that we do not know is taken all the same', async (t) => {
  const { url } = await running(t);

  const response = await post(
    `${url}/api/escalations`,
    { ...escalation, article: 'an article/that never was' },
    { 'idempotency-key': 'k' },
  );

  assert.equal(response.status, 201);
});

test('while the store cannot be written, a program and a form are told the phone and the e-mail', async (t) => {
  const { url, app } = await running(t);
  await app.store.close();

  const program = await post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'k' });
  const form = await postForm(
    `${url}/api/escalations`,
    fieldsOf({ key: 'k', channel: 'email', name: 'A reader', email: 'a@example.com', message: 'What I wrote' }),
  );
  const healthy = await fetch(`${url}/api/health`);

  assert.equal(program.status, 503);
  assert.equal(program.headers.get('retry-after'), '60');
  assert.deepEqual(await errorsIn(program), [
    {
      field: '',
      problem: 'We could not take this: our server cannot write anything down right now, and that is our fault.',
      fix: 'Nothing that you wrote is lost. Please call +44 1632 960150, write to help@northlight.example, or try again in a few minutes.',
    },
  ]);
  assert.equal(form.status, 503);
  assert.equal(((await form.json()) as { typed: Record<string, string> }).typed['message'], 'What I wrote');
  assert.equal(healthy.status, 503);
  assert.deepEqual(await healthy.json(), { ok: false, store: 'unavailable', outbox: null });
});

test('health says that escalations can be taken, and how many wait', async (t) => {
  const { url } = await running(t);
  await post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'k' });

  const response = await fetch(`${url}/api/health`);

  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), {
    ok: true,
    store: 'writable',
    outbox: { waiting: 1, retrying: 0, needsAPerson: 0 },
  });
});

test('pages of the site may ask a server on another host, other pages may not', async (t) => {
  const { url } = await running(t);
  const ask = (origin: string) => fetch(`${url}/api/escalations`, { method: 'OPTIONS', headers: { origin } });

  const ours = await ask('https://help.example.com');
  const foreign = await ask('https://elsewhere.example');
  const answer = await post(`${url}/api/votes`, vote, { origin: 'https://help.example.com' });

  assert.equal(ours.status, 204);
  assert.equal(ours.headers.get('access-control-allow-origin'), 'https://help.example.com');
  assert.equal(ours.headers.get('access-control-expose-headers'), 'retry-after');
  assert.equal(ours.headers.get('access-control-allow-headers'), 'content-type, idempotency-key, altcha');
  assert.equal(foreign.headers.get('access-control-allow-origin'), null);
  assert.equal(answer.headers.get('access-control-allow-origin'), 'https://help.example.com');
});

test('the log names references and articles, never people or what they wrote', async (t) => {
  const { url, logged } = await running(t);

  await post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'k' });
  await post(`${url}/api/votes`, vote);
  await post(`${url}/api/votes`, { ...vote, [escalation.email]: 1, helpful: escalation.name });

  const log = logged();
  assert.deepEqual(
    log.map(({ event }) => event),
    ['escalation-opened', 'vote-kept', 'request-refused'],
  );
  const written = JSON.stringify(log);
  for (const secret of [
    escalation.name,
    escalation.email,
    escalation.message,
    vote.comment,
    vote.reader,
    'two beeps',
  ]) {
    assert.equal(written.includes(secret), false, secret);
  }
});
