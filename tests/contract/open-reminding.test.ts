import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openReminding } from '../../src/server/open-reminding.ts';
import { mailServer } from '../fixtures/mail-server.ts';
import { bodyOf, headersOf } from '../fixtures/read-mail.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { temporaryStore } from '../fixtures/temporary-store.ts';
import { until } from '../fixtures/until.ts';

const OPENED = Temporal.Instant.from('2026-11-23T09:00Z');

test('a server begins at once to tell the team by mail, without a word of the customer', async (t) => {
  const { mails, logged, look } = await late(t);

  await look({ remindTeam: true }, () => mails.length > 0);

  const [mail] = mails;
  assert.deepEqual(mail?.to, ['alerts@northlight.example']);
  const subject = headersOf(mail?.source ?? '')['Subject'];
  assert.equal(subject, '[ref-e1] LATE: we promised an answer by Mon 23 Nov 2026, 13:00');
  assert.match(bodyOf(mail?.source ?? ''), /^ref-e1 {2}Mon 23 Nov 2026, 13:00, by e-mail, nobody has taken it yet$/m);
  assert.doesNotMatch(mail?.source ?? '', /It beeps|reader@example/);
  assert.deepEqual(logged, ['promise-missed', 'team-reminded']);
});

test('where the site wants no reminders only the log has them', async (t) => {
  const { mails, logged, look } = await late(t);

  await look({ remindTeam: false }, () => logged.length > 0);

  assert.deepEqual(mails, []);
  assert.deepEqual(logged, ['promise-missed']);
});

async function late(t: TestContext) {
  const store = await temporaryStore(t, OPENED);
  const promisedBy = OPENED.add({ hours: 4 });
  await store.addEscalation(storedEscalation('e1', { openedAt: OPENED, promiseMadeAt: OPENED, promisedBy }));
  const { url, mails } = await mailServer(t);
  const logged: string[] = [];
  const site = {
    contact: { phone: '+44 1632 960150', email: 'help@northlight.example' },
    support: { ...support, timeZone: 'Europe/London', hours: [] },
  };
  const mail = { url, from: 'handrail@northlight.example' };
  const look = async (switches: { remindTeam: boolean }, holds: () => boolean) => {
    const reminding = openReminding(
      { desks: [], innerHosts: [], mail, alertTo: 'alerts@northlight.example' },
      { ...site, switches },
      { store, log: (event) => logged.push(event), now: () => OPENED.add({ hours: 5 }) },
    );
    await until('what was reminded of', holds);
    await reminding.stop();
  };
  return { mails, logged, look };
}
