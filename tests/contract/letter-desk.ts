import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import type { Escalation } from '../../src/schema/escalation.ts';
import type { Support } from '../../src/schema/site.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import type { StoredEscalation } from '../../src/server/stored-escalation.ts';
import { writeLetter, type LetterDesk } from '../../src/server/write-letter.ts';
import { mailServer, type MailFate, type NullSender } from '../fixtures/mail-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';

export const MONDAY = Temporal.Instant.from('2026-11-23T09:00Z');

export const SECRET = Buffer.from('a secret that is long enough to use');

export const CONTACT = {
  phone: '+44 1632 960150',
  email: 'help@northlight.example',
  post: 'Northlight, 12 Foundry Lane',
};

const SUPPORT: Support = {
  timeZone: 'Europe/London',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
  holidays: [],
  promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
};

export const SITE = { name: 'Northlight', title: 'Northlight Help', contact: CONTACT, support: SUPPORT };

/** A store, a mail server that keeps what it is sent, and the writing of letters between them, on a Monday at nine. */
export async function letterDesk(
  t: TestContext,
  {
    fate = () => 'taken',
    nullSender = 'taken',
    mostPerHour = 100,
    timeoutMs = 15_000,
  }: { fate?: () => MailFate; nullSender?: NullSender; mostPerHour?: number; timeoutMs?: number } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-letters-'));
  const store = await openSqliteStore(join(folder, 'handrail.db'), MONDAY);
  t.after(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const { url, mails } = await mailServer(t, { fate, nullSender });
  const mail = { url, from: 'handrail@northlight.example' };
  const letters: LetterDesk = {
    sender: { ...mail, name: 'Northlight Help', replyTo: CONTACT.email },
    site: SITE,
    secret: SECRET,
    siteUrl: 'https://help.northlight.example',
    serverUrl: 'https://api.northlight.example',
    ownAddresses: [mail.from, CONTACT.email, 'alerts@northlight.example'],
    mostPerHour,
    timeoutMs,
  };
  const logged: string[] = [];
  let now = MONDAY;
  const context = {
    store,
    log: (event: string) => void logged.push(event),
    now: () => now,
    chance: () => 0.5,
    pause: () => Promise.resolve(),
  };
  return {
    store,
    mails,
    mail,
    logged,
    later: (duration: Temporal.DurationLike) => (now = now.add(duration)),
    open: async (
      id: string,
      { typed = {}, ...rest }: Partial<StoredEscalation> & { typed?: Partial<Escalation> } = {},
    ) => {
      const promisedBy = now.add({ hours: 4 });
      const opened = storedEscalation(id, { openedAt: now, promiseMadeAt: now, promisedBy, typed, ...rest });
      await store.addEscalation(opened, { tellCustomer: true });
      return opened;
    },
    does: async (id: string, act: EscalationAct) => {
      const { kind } = await continueEscalation({ store, support: SUPPORT, writesToCustomers: true }, id, { act }, now);
      assert.equal(kind, 'kept');
    },
    /** Writes all that is due, in order. */
    write: async () => {
      const lease = { token: 'a-worker', now, until: now.add({ minutes: 5 }) };
      for (const due of await store.leaseDue('customer', lease, 1000)) {
        await writeLetter(due, letters, lease.token, context);
      }
    },
  };
}
