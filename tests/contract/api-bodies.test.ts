import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { EscalationAnswer } from '../../src/schema/escalation.ts';
import { RequestErrors } from '../../src/schema/request-error.ts';
import { findByToken } from '../../src/server/escalations.ts';
import { escalation, tokenIn, vote } from './api-samples.ts';
import { badBodies } from './bad-bodies.ts';
import { errorsIn, post, running } from './running-api.ts';

const texts = [
  ['markup', '<script>alert(1)</script> & <b>"bold"</b> \'; drop table escalations; --'],
  ['100 kB', 'Line of a log\n'.repeat(7_315)],
  ['100 kB of emoji', '👩‍🔧'.repeat(9_310)],
  ['right to left', 'السلام عليكم \u202Eمرحبا\u202C שלום\u200F'],
  ['line breaks and tabs', '\r\n one\r two\n\tthree \u2028'],
] as const;

for (const [name, typed] of texts) {
  test(`${name} in a comment and in a message is kept as it is`, async (t) => {
    const { url, app, kept } = await running(t);

    const voted = await post(`${url}/api/votes`, { ...vote, comment: typed });
    const asked = await post(`${url}/api/escalations`, { ...escalation, message: typed }, { 'idempotency-key': 'k' });

    assert.deepEqual([voted.status, asked.status], [201, 201]);
    const { statusUrl } = EscalationAnswer.parse(await asked.json());
    assert.equal((await findByToken(app.store, tokenIn(statusUrl)))?.sent.message, typed);
    assert.deepEqual(kept('select comment from votes'), [{ comment: typed }]);
  });
}

test('a NUL character is refused, because no database keeps it', async (t) => {
  const { url } = await running(t);

  const response = await post(`${url}/api/votes`, { ...vote, comment: 'a\0b' });

  assert.equal(response.status, 422);
  assert.deepEqual(await errorsIn(response), [
    {
      field: 'comment',
      problem: 'This has a character in it that cannot be kept.',
      fix: 'Take out the NUL character (code 0) and send it again.',
    },
  ]);
});

test('a body of 10 MB is refused with 413, whether its size is told beforehand or not', async (t) => {
  const { url } = await running(t);
  const chunk = new Uint8Array(1_000_000).fill(97);
  const stream = Readable.toWeb(Readable.from(Array.from({ length: 10 }, () => chunk)));
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };

  const told = await fetch(`${url}/api/escalations`, { method: 'POST', headers, body: 'a'.repeat(10_000_000) });
  const untold = await fetch(`${url}/api/votes`, {
    method: 'POST',
    headers,
    body: stream,
    duplex: 'half',
  } as RequestInit);

  assert.deepEqual([told.status, untold.status], [413, 413]);
  assert.deepEqual(await errorsIn(told), [
    { field: '', problem: 'This is larger than 2048 kB.', fix: 'Shorten it and send it again.' },
  ]);
});

for (const headers of [
  { 'content-type': 'text/plain' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json', 'content-encoding': 'gzip' },
]) {
  test(`${JSON.stringify(headers)} is a kind of body that is not taken`, async (t) => {
    const { url } = await running(t);

    const response = await fetch(`${url}/api/votes`, { method: 'POST', headers, body: JSON.stringify(vote) });

    assert.equal(response.status, 415);
    assert.equal((await errorsIn(response))[0]?.problem, 'This is neither JSON nor a form.');
  });
}

for (const [name, body] of [
  ['half a JSON', '{"article":'],
  ['nothing', ''],
  ['a depth bomb', `{"packet":${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
  ['a broad bomb', `{"reasons":[${'0,'.repeat(400_000)}0]}`],
  ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
] as const) {
  test(`${name} is not readable, and says so`, async (t) => {
    const { url } = await running(t);
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };

    const response = await fetch(`${url}/api/escalations`, { method: 'POST', headers, body });

    assert.equal(response.status, 400);
    assert.equal((await errorsIn(response)).length, 1);
  });
}

test('no generated bad body is answered with a failure of the server', async (t) => {
  const { url, app } = await running(t);
  const paths = ['/api/votes', '/api/escalations', '/api/searches'];
  const bodies = badBodies(900, { votes: vote, escalations: escalation });

  const answerTo = async ({ body, type }: (typeof bodies)[number], index: number) => {
    const headers = { 'content-type': type, 'idempotency-key': `bad-${index}` };
    const response = await fetch(`${url}${paths[index % 3] ?? ''}`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    return { status: response.status, text: await response.text(), body };
  };
  const answers: Awaited<ReturnType<typeof answerTo>>[] = [];
  // Fewer at once than connections that wait to be taken, which the system turns away where a machine is busy.
  for (let from = 0; from < bodies.length; from += 90) {
    const some = bodies.slice(from, from + 90);
    answers.push(...(await Promise.all(some.map((body, at) => answerTo(body, from + at)))));
  }

  const failed = answers.filter(({ status }) => status >= 500);
  assert.deepEqual(failed, []);
  for (const { status, text } of answers.filter((answer) => answer.status >= 400)) {
    assert.ok([400, 413, 415, 422].includes(status), `${status}`);
    RequestErrors.parse(JSON.parse(text));
    assert.doesNotMatch(text, / at .*\.ts:/);
  }
  assert.equal((await app.store.outboxCounts()).needsAPerson, 0);
});
