import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { after, before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { badRequest } from './bad-requests/bad-request.ts';
import { sendBadRequest } from './bad-requests/send-bad-request.ts';
import { startWholeServer, type WholeServer } from './whole-server.ts';

const AT_ONCE = 20;
const WARM_UP = 100;
const ROUNDS = 500;
/** What the caches of Node and of Astro may still grow by after the first 2,000; it was 2 to 5 MB of 100. */
const MOST_GROWTH_BYTES = 12_000_000;

/** The request at fault is named, and the seed; looking for a smaller one would take minutes. */
const ONCE = { endOnFailure: true };

describe('the whole server, as it is started', () => {
  let server: WholeServer;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  before(async () => {
    server = await startWholeServer({ TRUSTED_PROXIES: 'loopback' });
  });
  after(async () => {
    agent.destroy();
    await server.stop();
  });

  test('answers 10,000 bad requests without a failure, without ending, and without growing', async () => {
    const someAtOnce = fc.asyncProperty(
      fc.array(badRequest(), { minLength: AT_ONCE, maxLength: AT_ONCE }),
      async (requests) => {
        server.newFailures();
        const answers = await Promise.all(
          requests.map(async (sent) => ({ statuses: await sendBadRequest(server.port, sent, agent), sent })),
        );
        assert.deepEqual(
          answers.filter(({ statuses }) => statuses.some((status) => status >= 500)),
          [],
        );
        assert.deepEqual(server.newFailures(), []);
        assert.equal(server.exited(), undefined);
      },
    );
    await fc.assert(someAtOnce, { numRuns: WARM_UP, ...ONCE });
    const beforeBytes = await server.heapBytes();

    await fc.assert(someAtOnce, { numRuns: ROUNDS, ...ONCE });

    const grownBytes = (await server.heapBytes()) - beforeBytes;
    assert.ok(grownBytes < MOST_GROWTH_BYTES, `${grownBytes} bytes more than after the warm-up`);
    const healthy = await fetch(`http://127.0.0.1:${server.port}/api/health`);
    assert.equal(healthy.status, 200);
  });
});
