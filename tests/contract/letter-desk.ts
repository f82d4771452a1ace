import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import type { Escalation } from '../../src/schema/escalation.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import type { StoredEscalation } from '../../src/server/stored-escalation.ts';
import { writeLetter, type LetterDesk } from '../../src/server/write-letter.ts';
import { mailServer, type MailFate, type NullSender } from '../fixtures/mail-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { temporaryStore } from '../fixtures/temporary-store.ts';

export const MONDAY = Temporal.Instant.from('2026-11-23T09:00Z');

export const SECRET = Buffer.from('a secret that is long enough to use');

export const CONTACT = {
  phone: '+44 1632 960150',
  email: 'help@northlight.example',
  post: 'Northlight, 12 Foundry Lane',
};

export const SITE = {
  name: 'Northlight',
  title: 'Northlight Help',
  contact: CONTACT,
  support: { ...support, timeZone: 'Europe/London' },
};

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
  const store = await temporaryStore(t, MONDAY);
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
      const continuing = { store, support: SITE.support, writesToCustomers: true };
      const { kind } = await continueEscalation(continuing, id, { act }, now);
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
