import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Support } from '../../src/schema/site.ts';
import { openDelivering } from '../../src/server/open-delivering.ts';
import type { Store } from '../../src/server/store.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { httpStub, type StubAnswer } from '../fixtures/http-stub.ts';
import { mailServer } from '../fixtures/mail-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { until } from '../fixtures/until.ts';

export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const support: Support = {
  timeZone: 'Europe/London',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '23:59' }],
  holidays: [],
  promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
};
export const SITE = { contact: { phone: '+44 1632 960150', email: 'team@northlight.example' }, support };

type Counts = { waiting: number; retrying: number; needsAPerson: number };

/** A mail server and a webhook, a store that holds nothing, and the way to begin to deliver. */
export async function desks(
  t: TestContext,
  { hook: answer = () => ({ status: 204 }) }: { hook?: () => StubAnswer | Promise<StubAnswer> } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-delivering-'));
  const store: Store = await openSqliteStore(join(folder, 'handrail.db'), Temporal.Now.instant());
  const { url, mails } = await mailServer(t);
  const hook = await httpStub(t, answer);
  const logged: Record<string, unknown>[] = [];
  const stops: (() => Promise<void>)[] = [];
  t.after(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const mail = { url, from: 'handrail@northlight.example' };
  const deliver = () => {
    const delivering = openDelivering(
      {
        desks: [
          { kind: 'smtp', ...mail },
          { kind: 'webhook', url: `${hook.url}/escalations`, secrets: [SECRET] },
        ],
        innerHosts: ['127.0.0.1'],
        mail,
        alertTo: 'alerts@northlight.example',
      },
      SITE,
      { store, log: (event, fields) => logged.push({ event, ...fields }), now: () => Temporal.Now.instant() },
    );
    assert.ok(delivering);
    stops.push(delivering.stop);
    return delivering;
  };
  const settled = (holds: (counts: Counts) => boolean) =>
    until('the outbox to settle', async () => holds(await store.outboxCounts()));
  return { store, mails, hook, deliver, settled, logged };
}

/** Promised for tomorrow, so that nothing is late. */
export function escalation(id: string) {
  const openedAt = Temporal.Now.instant();
  return storedEscalation(id, { openedAt, promisedBy: openedAt.add({ hours: 24 }) });
}
