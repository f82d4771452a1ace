import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Challenge } from '../../src/schema/challenge.ts';
import { RequestErrors } from '../../src/schema/request-error.ts';
import { escalation, quarantined, vote, writerTo } from './proxied-samples.ts';
import { proxied, type Running } from './proxied.ts';

test('five of one connection are taken as they are, the sixth is asked to work', async (t) => {
  const api = await proxied(t);

  const statuses = await sendSome(api, 6);

  assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429]);
});

test('whoever is asked to work is told why, by when to come again, and how to reach a person', async (t) => {
  const api = await proxied(t);
  await sendSome(api, 5);

  const response = await api.send(escalation, { key: 'sixth' });

  assert.equal(response.status, 429);
  assert.equal(response.headers.get('retry-after'), '600');
  const body = (await response.json()) as { challenge: unknown };
  Challenge.parse(body.challenge);
  assert.deepEqual(RequestErrors.parse(body).errors, [
    {
      field: '',
      problem: 'We are getting very many requests at once, so we first make sure that this one comes from a person.',
      fix: 'Solve the challenge and send this again, with the solution in the header altcha. Or call +44 1632 960150, or write to help@northlight.example.',
    },
  ]);
});

test('what was worked for is taken, delivered like everything, and its proof is worth nothing more', async (t) => {
  const api = await proxied(t);
  await sendSome(api, 5);
  const altcha = await proofFor(await api.send(escalation, { key: 'sixth' }));

  const taken = await api.send(escalation, { key: 'sixth', altcha });
  const again = await api.send(escalation, { key: 'seventh', altcha });

  assert.deepEqual([taken.status, again.status], [201, 429]);
  assert.deepEqual(quarantined(api), []);
});

test('a flood from one connection is told to wait, worked for or not, and what was typed comes back', async (t) => {
  const api = await proxied(t);
  await flood(api);

  const program = await api.send(escalation, { key: 'one more' });
  const form = await api.sendForm({ ...escalation, key: 'a form', message: 'What I wrote' });

  assert.deepEqual([program.status, form.status], [429, 429]);
  assert.equal(program.headers.get('retry-after'), '600');
  const { errors, challenge } = (await program.json()) as {
    errors: { problem: string; fix: string }[];
    challenge?: object;
  };
  assert.equal(challenge, undefined);
  assert.deepEqual(errors, [
    {
      field: '',
      problem: 'Very many requests came from your connection within ten minutes, so this one has to wait.',
      fix: 'Nothing that you wrote is lost. Please call +44 1632 960150, write to help@northlight.example, or send it again in 10 minutes.',
    },
  ]);
  const shown = (await form.json()) as { typed: Record<string, string>; retryAfterSeconds: number };
  assert.equal(shown.typed['message'], 'What I wrote');
  assert.equal(shown.retryAfterSeconds, 600);
});

test('what was taken before is never refused, and does not count', async (t) => {
  const api = await proxied(t);
  const first = await (await api.send(escalation, { key: 'first' })).json();
  await flood(api, 29);

  const replays = await Promise.all(Array.from({ length: 40 }, () => api.send(escalation, { key: 'first' })));

  assert.deepEqual(new Set(replays.map(({ status }) => status)), new Set([200]));
  assert.deepEqual(await replays[0]?.json(), first);
});

test('what is asked to work, or could not be taken, does not count', async (t) => {
  const api = await proxied(t);
  await Promise.all(Array.from({ length: 40 }, (_, index) => api.send({ channel: 'email' }, { key: `bad ${index}` })));
  await sendSome(api, 5);
  const asked = await Promise.all(
    Array.from({ length: 40 }, (_, index) => api.send(escalation, { key: `more ${index}` })),
  );

  const altcha = await proofFor(asked[0] ?? assert.fail());
  const taken = await api.send(escalation, { key: 'more 0', altcha });

  assert.equal(taken.status, 201);
});

test('after ten minutes everything is as before', async (t) => {
  const api = await proxied(t);
  await flood(api);

  api.later({ minutes: 10 });

  assert.deepEqual(await sendSome(api, 1), [201]);
});

test('a flood from one connection holds up nobody else, whatever it writes into the header', async (t) => {
  const api = await proxied(t);
  await flood(api);

  const forged = await api.send(escalation, { key: 'forged', from: '203.0.113.9, 127.0.0.1, 198.51.100.7' });
  const neighbour = await api.send(escalation, { key: 'neighbour', from: '198.51.100.8' });

  assert.deepEqual([forged.status, neighbour.status], [429, 201]);
});

test('all addresses of one IPv6 connection count as one', async (t) => {
  const api = await proxied(t);
  for (let host = 1; host <= 5; host++) await api.send(escalation, { key: `${host}`, from: `2001:db8:0:7::${host}` });

  const sixth = await api.send(escalation, { key: 'sixth', from: '2001:db8:0:7:ffff::6' });
  const other = await api.send(escalation, { key: 'other', from: '2001:db8:0:8::1' });

  assert.deepEqual([sixth.status, other.status], [429, 201]);
});

test('no address is kept, nor logged', async (t) => {
  const api = await proxied(t);
  await sendSome(api, 1);

  const kept = JSON.stringify([api.kept('select * from limits'), api.kept('select * from escalations'), api.logged()]);

  assert.match(kept, /escalations [\w-]{22}"/);
  assert.equal(kept.includes('198.51.100'), false);
});

test('while the whole site is flooded, programs work and forms are set aside', async (t) => {
  const api = await proxied(t);
  await Promise.all(
    Array.from({ length: 60 }, (_, index) => api.send(escalation, { key: `${index}`, from: `192.0.2.${index}` })),
  );

  const program = await api.send(escalation, { key: 'program', from: '192.0.2.100' });
  const form = await api.sendForm({ ...escalation, key: 'form' }, { from: '192.0.2.101' });

  assert.deepEqual([program.status, form.status], [429, 303]);
  assert.deepEqual(quarantined(api), ['["many-at-once","no-page"]']);
});

test('without a declared proxy, this machine is not limited', async (t) => {
  const api = await proxied(t, { trustedProxies: [] });

  const statuses = await sendSome(api, 40);

  assert.deepEqual(new Set(statuses), new Set([201]));
  assert.deepEqual(api.logged().filter(({ event }) => event === 'undeclared-proxy').length, 1);
});

test('nobody is limited where the limits are switched off, as for a measurement', async (t) => {
  const api = await proxied(t, { limits: false });

  const statuses = await sendSome(api, 40);

  assert.deepEqual(new Set(statuses), new Set([201]));
});

test('votes beyond the budget of a connection are refused, with the time to come again', async (t) => {
  const api = await proxied(t);
  const cast = (index: number) =>
    api.post('/api/votes', { ...vote, reader: `0000000${index}`.slice(-36).padStart(36, 'a') });
  const first = await Promise.all(Array.from({ length: 120 }, (_, index) => cast(index)));

  const response = await cast(120);

  assert.deepEqual(new Set(first.map(({ status }) => status)), new Set([201]));
  assert.equal(response.status, 429);
  assert.equal(response.headers.get('retry-after'), '600');
  assert.deepEqual(RequestErrors.parse(await response.json()).errors, [
    {
      field: '',
      problem: 'We have had many answers from your connection within ten minutes, so this one was not kept.',
      fix: 'Please send it again in ten minutes.',
    },
  ]);
});

test('searches beyond the budget of a connection are not kept, and nobody is bothered', async (t) => {
  const api = await proxied(t, { keepSearches: true });

  const responses = await Promise.all(
    Array.from({ length: 310 }, (_, index) => api.post('/api/searches', { query: `question ${index}`, results: 1 })),
  );

  assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([204]));
  assert.equal(api.kept('select id from searches').length, 300);
});

test('messages to a request beyond the budget of a connection wait, and what was typed comes back', async (t) => {
  const api = await proxied(t);
  const write = await writerTo(api);
  for (let count = 0; count < 30; count++) assert.equal((await write(`message ${count}`))?.kind, 'redirect');

  const outcome = await write('one more');

  assert.ok(outcome?.kind === 'again');
  assert.deepEqual([outcome.status, outcome.retryAfterSeconds, outcome.typed['text']], [429, 600, 'one more']);
  assert.match(outcome.errors[0]?.fix ?? '', /^Your text is still here\. Please send it again in ten minutes, call /);
  assert.equal((await write('message 29'))?.kind, 'redirect');
});

async function sendSome(api: Running, count: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) {
    statuses.push((await api.send(escalation, { key: `some ${index} ${String(api.now())}` })).status);
  }
  return statuses;
}

/** Uses the budget of one connection up, with forms, which need not work. */
async function flood(api: Running, count = 30): Promise<void> {
  const sent = await Promise.all(
    Array.from({ length: count }, (_, index) => api.sendForm({ ...escalation, key: `flood ${index}` })),
  );
  assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([303]));
}

async function proofFor(asked: Response): Promise<string> {
  const { challenge } = (await asked.json()) as { challenge: Challenge };
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
