import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../fixtures/until.ts';
import { askForAPerson, startApi } from './start-api.ts';

const MAX_REQUESTS = 500;

test('on a disk with no room left escalations are refused, health says so, and nothing acknowledged is lost', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-full-'));
  // No file of this process may grow beyond about a megabyte, which is to SQLite what a full disk is.
  const { child, url } = await startApi(
    `file:${join(folder, 'handrail.db')}`,
    'trap "" XFSZ; ulimit -f 1400; exec "$@"',
  );
  t.after(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  const acknowledged = new Map<string, string>();
  let refusals = 0;

  for (let number = 0; number < MAX_REQUESTS && refusals < 5; number++) {
    const { status, text } = await askForAPerson(url, `request-${number}`);
    if (status === 201) acknowledged.set(`request-${number}`, text);
    else if (status === 503) refusals += 1;
    else assert.fail(`${status}: ${text}`);
  }
  let health: unknown;
  // Health writes at most once a second, so the first answer may still be an earlier second's.
  await until('health to answer 503', async () => {
    const response = await fetch(`${url}/api/health`);
    health = await response.json();
    return response.status === 503;
  });

  assert.equal(refusals, 5);
  assert.ok(acknowledged.size > 0);
  assert.deepEqual(health, {
    ok: false,
    store: 'unavailable',
    outbox: { waiting: acknowledged.size, retrying: 0, needsAPerson: 0 },
  });
  for (const [key, text] of acknowledged) assert.deepEqual(await askForAPerson(url, key), { status: 200, text });
});
