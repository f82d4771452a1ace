import { randomUUID } from 'node:crypto';
import type { EscalationAnswer } from '../../src/schema/escalation.ts';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import type { Support } from '../../src/schema/site.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { BASE_URL, DATABASE } from './playwright.config.ts';
import { siteDatabase } from './site-database.ts';

/** A request that a customer sent a moment ago. */
export async function asked(message = 'The computer beeps.', way: Way = BY_EMAIL): Promise<EscalationAnswer> {
  const response = await fetch(`${BASE_URL}/api/escalations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ ...way, name: 'A customer', message }),
  });
  return (await response.json()) as EscalationAnswer;
}

type Way = ({ channel: 'email'; email: string } | { channel: 'call-back'; phone: string; email?: string }) & {
  article?: string;
  packet?: object;
};
const BY_EMAIL: Way = { channel: 'email', email: 'customer@example.com' };

/** The team does something with it, in a process of its own beside the server. */
export async function team(reference: string, act: EscalationAct): Promise<void> {
  const now = Temporal.Now.instant();
  const store = await openSqliteStore(DATABASE, now);
  try {
    const found = await store.escalationByReference(reference);
    await continueEscalation({ store, support, writesToCustomers: false }, found?.id ?? '', { act }, now);
  } finally {
    await store.close();
  }
}

/** Its promise was due an hour ago. */
export function makeLate(reference: string): void {
  using database = siteDatabase();
  const anHourAgo = Temporal.Now.instant().subtract({ hours: 1 }).toString({ smallestUnit: 'millisecond' });
  database.prepare('update escalations set promised_by = ? where reference = ?').run(anHourAgo, reference);
}

/** Puts `times` more requests like the one with `reference` into the store; through the front door that would be a flood. */
export function copied(reference: string, times: number): void {
  using database = siteDatabase();
  const row = database.prepare('select * from escalations where reference = ?').get(reference);
  if (!row) throw new Error(`There is no request ${reference}.`);
  const columns = Object.keys(row);
  const insert = database.prepare(
    `insert into escalations (${columns.join()}) values (${columns.map(() => '?').join()})`,
  );
  const unique = ['id', 'reference', 'idempotency_key', 'token_hash'];
  database.exec('begin immediate');
  for (let index = 0; index < times; index++)
    insert.run(...columns.map((column) => (unique.includes(column) ? randomUUID() : (row[column] ?? null))));
  database.exec('commit');
}

const support: Support = {
  timeZone: 'Europe/London',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
  holidays: [],
  promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
};
