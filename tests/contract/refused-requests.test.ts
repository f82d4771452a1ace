import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RequestErrors } from '../../src/schema/request-error.ts';
import { escalation, vote, writerTo } from './proxied-samples.ts';
import { proxied } from './proxied.ts';

for (const path of ['/api/escalations', '/api/votes', '/api/searches']) {
  test(`${path} takes nothing that a page of another site sends`, async (t) => {
    const api = await proxied(t);

    const response = await api.post(
      path,
      { ...escalation, ...vote, query: 'x', results: 0 },
      { origin: 'https://evil.example' },
    );

    assert.equal(response.status, 422);
    assert.deepEqual(RequestErrors.parse(await response.json()).errors, [
      {
        field: '',
        problem: 'This came from a page of another site, so we have not taken it.',
        fix: 'If you wrote it, look through it and send it from here.',
      },
    ]);
    assert.deepEqual(
      api.kept('select id from escalations union select id from votes union select id from searches'),
      [],
    );
  });
}

test('a form from a page of another site comes back filled, with a key of its own, to be sent from here', async (t) => {
  const api = await proxied(t);

  const response = await api.sendForm({ ...escalation, key: 'theirs' }, { origin: 'https://evil.example' });

  assert.equal(response.status, 422);
  const { typed } = (await response.json()) as { typed: Record<string, string> };
  assert.equal(typed['message'], escalation.message);
  assert.equal(typed['key'], undefined);
});

test('a form that is too large comes back with as much of it as was read', async (t) => {
  const api = await proxied(t);

  const response = await api.sendForm({ ...escalation, message: `It beeps. ${'日'.repeat(400_000)}` });

  assert.equal(response.status, 413);
  const { typed, errors } = (await response.json()) as { typed: Record<string, string>; errors: { fix: string }[] };
  assert.equal(typed['name'], 'A reader');
  assert.match(typed['message'] ?? '', /^It beeps\. 日{200000}/);
  assert.equal(
    errors[0]?.fix,
    'Shorten it and send it again. Here is as much of it as we read; the Back button of your browser has all of it.',
  );
});

test('a form that cannot be read says where its text still is', async (t) => {
  const api = await proxied(t);

  const response = await fetch(`${api.url}/api/escalations`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'message=%E5%8',
  });

  assert.equal(response.status, 400);
  const { errors } = (await response.json()) as { errors: object[] };
  assert.deepEqual(errors, [
    {
      field: '',
      problem: 'This form cannot be read.',
      fix: 'Go back in your browser, where your text still is, and send it again.',
    },
  ]);
});

test('a page of another site cannot write to a request, even one whose address it knows', async (t) => {
  const api = await proxied(t);
  const write = await writerTo(api);

  const outcome = await write('It is mended.', 'https://evil.example');

  assert.ok(outcome?.kind === 'again');
  assert.equal(outcome.status, 422);
  assert.deepEqual(api.kept('select id from events'), []);
});
