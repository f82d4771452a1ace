import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postEscalation } from '../../src/server/requests/post-escalation.ts';
import { running } from './running-api.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const CLIENT = { address: '127.0.0.1', isLimited: false, isUndeclaredProxy: false };

test('a text that cannot be read is no reason to refuse a request that was taken', async (t) => {
  const { app, kept } = await running(t);
  const events: string[] = [];
  const broken = {
    ...app,
    builtText: () => Promise.reject(new SyntaxError('Half a file')),
    log: (event: string) => void events.push(event),
  };
  const request = new Request('http://localhost/api/escalations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
    body: JSON.stringify({
      article: 'restore-a-file',
      contentHash: '0123456789abcdef',
      channel: 'email',
      name: 'A reader',
      email: 'reader@example.com',
      message: 'It beeps.',
    }),
  });

  const outcome = await postEscalation(request, broken, CLIENT, NOW);

  assert.equal(outcome.kind === 'json' && outcome.response.status, 201);
  assert.equal(kept('select * from escalations').length, 1);
  assert.ok(events.includes('text-not-kept'), events.join(' '));
});
