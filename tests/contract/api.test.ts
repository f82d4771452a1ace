import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { EscalationAnswer } from '../../src/schema/escalation.ts';
import { RequestErrors } from '../../src/schema/request-error.ts';
import { MAX_TEXT_LENGTH } from '../../src/schema/ask-rules.ts';
import type { App } from '../../src/server/app.ts';
import { findByToken } from '../../src/server/escalations.ts';
import { badBodies } from './bad-bodies.ts';
import { errorsIn, post, postForm, running } from './running-api.ts';

const escalation = {
  article: 'computer-will-not-start',
  version: '12',
  audience: 'home',
  channel: 'email',
  name: 'A reader',
  email: 'reader@example.com',
  message: 'It beeps twice and stays dark.',
  packet: {
    searches: [{ query: 'two beeps', results: 4 }],
    visited: ['screen-stays-dark'],
    steps: [{ text: 'Hold the button for ten seconds.', done: true }],
    choices: [{ question: 'Is there a light?', answer: 'Yes, amber' }],
    browser: 'Firefox 145 on Windows',
  },
};

const vote = {
  article: 'computer-will-not-start',
  version: '12',
  audience: 'home',
  helpful: false,
  reasons: ['steps-did-not-work'],
  comment: 'The light blinks three times, not two.',
  reader: '5f0c7c1e-0f5c-4b39-a3a1-5d2a2a2f8a11',
  contentHash: '0123456789abcdef',
};

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

test('the same reader changes a vote, and it keeps its id', async (t) => {
  const { url } = await running(t);

  const first = await post(`${url}/api/votes`, vote);
  const second = await post(`${url}/api/votes`, { ...vote, helpful: true, reasons: [], comment: '' });

  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.deepEqual(await second.json(), await first.json());
});

test('a vote on an article that is not there is refused', async (t) => {
  const { url } = await running(t);

  const response = await post(`${url}/api/votes`, { ...vote, article: 'not-there' });

  assert.equal(response.status, 422);
  assert.deepEqual(await errorsIn(response), [
    {
      field: 'article',
      problem: 'There is no article "not-there".',
      fix: 'Send the slug as it stands in the address of the article.',
    },
  ]);
});

test('a reason that nobody offered is refused, with the ones that there are', async (t) => {
  const { url } = await running(t);

  const response = await post(`${url}/api/votes`, { ...vote, reasons: ['outdated', 'out-of-dat'] });

  assert.equal(response.status, 422);
  const errors = await errorsIn(response);
  assert.equal(errors[0]?.problem, '"outdated" is not one of the values that "reasons[0]" can have.');
  assert.match(errors[1]?.fix ?? '', /^Did you mean "out-of-date"\? Use one of /);
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

  const answers = await Promise.all(
    bodies.map(async ({ body, type }, index) => {
      const headers = { 'content-type': type, 'idempotency-key': `bad-${index}` };
      const response = await fetch(`${url}${paths[index % 3] ?? ''}`, {
        method: 'POST',
        headers,
        body,
        redirect: 'manual',
      });
      return { status: response.status, text: await response.text(), body };
    }),
  );

  const failed = answers.filter(({ status }) => status >= 500);
  assert.deepEqual(failed, []);
  for (const { status, text } of answers.filter((answer) => answer.status >= 400)) {
    assert.ok([400, 413, 415, 422].includes(status), `${status}`);
    RequestErrors.parse(JSON.parse(text));
    assert.doesNotMatch(text, / at .*\.ts:/);
  }
  assert.equal((await app.store.outboxCounts()).needsAPerson, 0);
});

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
  const typed = formOf({ key: 'k1', channel: 'email', name: 'A reader', email: 'a@example.com', message: 'Hello.' });
  const along = formOf({
    article: 'computer-will-not-start',
    version: '12',
    packet: JSON.stringify(escalation.packet),
  });

  const some = await postForm(`${url}/api/escalations`, [
    ...typed,
    ...along,
    ...formOf({ 'packet-shown': '1', keep: 'steps' }),
    ['keep', 'browser'],
  ]);
  const none = await postForm(`${url}/api/escalations`, [
    ...typed.filter(([name]) => name !== 'key'),
    ...along,
    ...formOf({ key: 'k2', 'packet-shown': '1' }),
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
    formOf({
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
  const form = formOf({ channel: 'email', name: 'A reader', email: 'a@example.com', message: 'Hello.' });

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
  await postForm(`${url}/api/escalations`, formOf(form));

  const changed = await postForm(`${url}/api/escalations`, formOf({ ...form, message: 'Hello again.' }));

  assert.equal(changed.status, 422);
  const { typed, errors } = (await changed.json()) as { typed: Record<string, string>; errors: { problem: string }[] };
  assert.equal(typed['key'], undefined);
  assert.equal(typed['message'], 'Hello again.');
  assert.equal(
    errors[0]?.problem,
    'We have your first message from this page. What stands here now says something else.',
  );
  const again = await postForm(`${url}/api/escalations`, formOf(typed));
  assert.equal(again.status, 303);
  assert.equal((await app.store.waitingEscalations()).length, 2);
});

test('a vote by a plain form goes on to the page that thanks, with what that page needs', async (t) => {
  const { url } = await running(t);

  const response = await postForm(
    `${url}/api/votes`,
    formOf({ article: 'computer-will-not-start', version: '12', helpful: 'false', contentHash: vote.contentHash }),
  );

  assert.equal(response.status, 303);
  const to = new URL(response.headers.get('location') ?? '', url);
  assert.equal(to.pathname, '/articles/computer-will-not-start/voted/');
  const carried = Object.fromEntries(to.searchParams);
  assert.deepEqual([carried['helpful'], carried['version'], carried['contentHash']], ['false', '12', vote.contentHash]);
  const changed = await postForm(`${url}/api/votes`, [
    ...formOf({ article: 'computer-will-not-start', helpful: 'false', contentHash: vote.contentHash, comment: 'Why' }),
    ['reader', carried['reader'] ?? ''],
    ['reasons', 'out-of-date'],
    ['reasons', 'hard-to-follow'],
  ]);
  assert.equal(new URL(changed.headers.get('location') ?? '', url).searchParams.get('vote'), carried['vote']);
});

test('while the store cannot be written, a program and a form are told the phone and the e-mail', async (t) => {
  const { url, app } = await running(t);
  await app.store.close();

  const program = await post(`${url}/api/escalations`, escalation, { 'idempotency-key': 'k' });
  const form = await postForm(
    `${url}/api/escalations`,
    formOf({ key: 'k', channel: 'email', name: 'A reader', email: 'a@example.com', message: 'What I wrote' }),
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

function formOf(fields: Record<string, string>): [string, string][] {
  return Object.entries(fields);
}

function tokenIn(address: string): string {
  return /\/requests\/([^/]+)\//.exec(address)?.[1] ?? '';
}

async function sentAt(app: App, response: Response) {
  return (await findByToken(app.store, tokenIn(response.headers.get('location') ?? '')))?.sent;
}
