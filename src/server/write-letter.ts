import { addressHash, mailboxHash } from '../letters/address-hash.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import type { Letter, LetterKind } from '../letters/letter.ts';
import { letterCode } from '../letters/letter-code.ts';
import { sendLetter, type Sender } from '../letters/send-letter.ts';
import { whyNotToWrite } from '../letters/why-not-to-write.ts';
import type { Site } from '../schema/site.ts';
import type { Addresses, Claimed } from './addresses.ts';
import { endedAs } from './deliver-due.ts';
import type { Delivering } from './deliver-one.ts';
import type { DueDelivery } from './outbox.ts';
import { patiently } from './patiently.ts';
import { statusToken } from './status-token.ts';

/** What it takes to write to customers. */
export type LetterDesk = {
  sender: Sender;
  site: Pick<Site, 'name' | 'title' | 'contact' | 'support'>;
  secret: Uint8Array;
  siteUrl: string;
  serverUrl: string;
  /** Never written to: letters to ourselves are how loops begin. */
  ownAddresses: readonly string[];
  /** To addresses that nobody confirmed, without a person of the team having written. */
  mostPerHour: number;
  /** Whether mail that comes back is read by Handrail; absent: it is not. */
  takesMail?: boolean;
  timeoutMs?: number;
};

type Writing = Omit<Delivering, 'store' | 'timeZone'> & { store: Delivering['store'] & Addresses };

/** For so long the mail server may fail before the team hears that a customer was not reached. */
const TELL_AFTER = { hours: 1 };
const HELD_FOR_MS = 600_000;
const HELD_SPREAD_MS = 3_600_000;

/** Writes one letter that this worker has leased, if it should be written at all, and notes how it ended. */
export async function writeLetter(
  due: DueDelivery,
  desk: LetterDesk,
  leaseToken: string,
  context: Writing,
): Promise<void> {
  const { store, log, now, chance, pause } = context;
  const { escalation: stored } = due;
  const about = { reference: stored.reference, attempt: due.attempts, letter: due.event?.act.kind ?? 'taken' };
  const dropped = async (why: string) => {
    await patiently(() => store.noteDelivered(due.id, { id: `not sent: ${why}` }), pause);
    log('letter-not-sent', { ...about, why });
  };
  const email = stored.escalation.email ?? '';
  const letter = composeLetter(due, headOf(due, desk, email, now()));
  const why = whyNotToWrite(due, desk.ownAddresses);
  if (why !== undefined || letter === undefined) return dropped(why ?? 'there is nothing to tell');

  const claim = await claimed(due, letter.kind, email, desk, context);
  if (claim === 'had-one') return dropped('this address had such a letter today, and nobody has confirmed it');
  if (claim === 'held') {
    const { mayBeThere, progress } = due;
    const nextAt = now().add({ milliseconds: Math.round(HELD_FOR_MS + chance() * HELD_SPREAD_MS) });
    const reason = `${desk.mostPerHour} letters to addresses that nobody confirmed were sent within the hour.`;
    await store.noteEnded(
      due.id,
      leaseToken,
      { state: 'retrying', nextAt, reason, mayBeThere, progress, alert: false },
      now(),
    );
    return log('letter-held', about);
  }

  const outcome = await sent(due, letter, email, desk).catch((error: unknown) => {
    log('delivery-broke', { ...about, error: error instanceof Error ? error.name : typeof error });
    return { kind: 'retry' as const, code: 'mistake-of-ours', reason: 'Handrail itself failed.', mayBeThere: true };
  });
  if (outcome.kind === 'delivered') {
    await patiently(() => store.noteDelivered(due.id, outcome.ticket), pause);
    return log('letter-sent', about);
  }
  const mayBeThere = due.mayBeThere || (outcome.kind === 'retry' && outcome.mayBeThere);
  const reason = `${WHAT[letter.kind]} did not reach the customer. ${outcome.reason}`;
  // A letter has a promise of its own, whoever waits for whom.
  const toldBy = {
    ...due,
    escalation: { ...stored, state: 'waiting' as const, promisedBy: due.createdAt.add(TELL_AFTER) },
  };
  const ended = endedAs({ ...outcome, reason }, toldBy, {}, { now: now(), chance: chance(), mayBeThere });
  await patiently(() => store.noteEnded(due.id, leaseToken, ended, now()), pause);
  log(ended.state === 'retrying' ? 'letter-retried' : 'letter-needs-a-person', { ...about, code: outcome.code });
}

const WHAT: Readonly<Record<LetterKind, string>> = {
  taken: 'The letter that says that we have the request',
  answer: 'Our answer',
  resolved: 'The letter that asks whether it is mended',
  'promise-moved': 'The letter with the new time of our answer',
};

function headOf({ escalation: { id } }: DueDelivery, desk: LetterDesk, email: string, now: Temporal.Instant) {
  const { site, siteUrl, serverUrl, secret, takesMail = false } = desk;
  const from = letterCode(secret, id, email);
  const statusUrl = `${serverUrl}/requests/${statusToken(secret, id)}/?from=${from}`;
  return { site, siteUrl, statusUrl, takesMail, now };
}

/** What a person of the team wrote always goes. */
async function claimed(
  { id }: DueDelivery,
  kind: LetterKind,
  email: string,
  { secret, mostPerHour }: LetterDesk,
  { store, now }: Writing,
): Promise<Claimed> {
  if (kind === 'answer') return 'granted';
  const [address, mailbox] = [addressHash(secret, email), mailboxHash(secret, email)];
  return store.claimLetter({ letterId: id, kind, address, mailbox, now: now(), mostPerHour });
}

function sent({ id, escalation, mayBeThere }: DueDelivery, letter: Letter, email: string, desk: LetterDesk) {
  const { sender, timeoutMs } = desk;
  const threadId = `${escalation.id}-customer`;
  const addressed = { id, threadId, reference: escalation.reference, email, mayBeThere };
  return sendLetter(letter, sender, addressed, timeoutMs === undefined ? {} : { timeoutMs });
}
