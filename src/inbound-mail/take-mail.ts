import { confirmMailOf } from './confirm-mail-of.ts';
import { mailboxOf } from '../letters/address-hash.ts';
import { MAX_TEXT_LENGTH } from '../schema/ask-rules.ts';
import { continueEscalation, type Continuing } from '../server/continue-escalation.ts';
import type { Log } from '../server/log.ts';
import { sha256 } from '../server/status-token.ts';
import type { Store, StoredEscalation } from '../server/store.ts';
import { findRequest } from './find-request.ts';
import { readMail, type InboundMail } from './read-mail.ts';

export type MailTaker = Continuing & {
  store: Continuing['store'] &
    Pick<Store, 'escalationByReference' | 'escalationOfDelivery' | 'eventsOf' | 'noteBounced' | 'confirmAddress'>;
  secret: Uint8Array;
  /** Ours: mail from them would be mail to ourselves. */
  ownAddresses: readonly string[];
  log: Log;
};

/**
 * What became of a mail. `added`: it stands with its request, and somebody answers it; `noted`: it was automatic;
 * `bounced`: our letter did not arrive, and the team is told; `unknown`: it belongs to no request; `ignored`: it is our
 * own; `unreadable`: it is no mail. Only `unknown` and `unreadable` need a person to look into the mailbox.
 */
export type MailOutcome = 'added' | 'replayed' | 'noted' | 'bounced' | 'unknown' | 'ignored' | 'unreadable';

/**
 * Within this time, and without an answer of ours, so many mails about one request are a person's; more are two machines
 * that answer each other.
 */
const LOOP = { within: { hours: 1 }, most: 10 };

/** Puts a mail that came back with the request that it is about. When this returns, it is on disk. */
export async function takeMail(raw: Uint8Array, taker: MailTaker, now: Temporal.Instant): Promise<MailOutcome> {
  const mail = await readMail(raw).catch(() => undefined);
  if (!mail) return logged('unreadable', taker);
  if (taker.ownAddresses.map(mailboxOf).includes(mailboxOf(mail.from))) return logged('ignored', taker);
  const match = await findRequest(mail, taker.store);
  if (!match) return logged('unknown', taker);
  const { request } = match;
  return logged(await taken(mail, match, taker, now), taker, request.reference);
}

async function taken(
  mail: InboundMail,
  { request, deliveryId }: NonNullable<Awaited<ReturnType<typeof findRequest>>>,
  taker: MailTaker,
  now: Temporal.Instant,
): Promise<MailOutcome> {
  // Some programs give every mail of theirs one id: other words under it are another mail.
  const idempotencyKey = `mail ${sha256(`${request.id} ${mail.messageId} ${mail.kind.kind} ${mail.text}`)}`;
  const note = async (text: string) => {
    const act = { kind: 'note' as const, text };
    await continueEscalation(taker, request.id, { act, author: 'mail', idempotencyKey }, now);
  };
  switch (mail.kind.kind) {
    case 'bounce':
      await note(`Our letter to ${request.escalation.email ?? 'the customer'} did not arrive: ${mail.kind.reason}`);
      if (deliveryId !== undefined) await taker.store.noteBounced(deliveryId, mail.kind.reason, now);
      return 'bounced';
    case 'automatic':
      await note(`An automatic answer came from ${mail.from}:\n\n${clipped(mail.text)}`);
      return 'noted';
    case 'personal': {
      if (await isLoop(request, taker, now)) {
        await note(
          `Mail from ${mail.from} comes faster than people write, so it is kept here and answers nobody:\n\n${clipped(mail.text)}`,
        );
        return 'noted';
      }
      const act = { kind: 'message' as const, text: clipped(wordsOf(mail, request)) };
      const { kind } = await continueEscalation(taker, request.id, { act, idempotencyKey }, now);
      if (kind === 'gone') return 'unknown';
      // Who wrote a mail is easily forged; the id of our letter is known to whoever had it, a reference to whoever asked.
      if (deliveryId !== undefined) await confirmMailOf(taker, request, mail.from, now);
      return kind === 'replayed' ? 'replayed' : 'added';
    }
  }
}

function logged(outcome: MailOutcome, { log }: MailTaker, reference?: string): MailOutcome {
  log('mail-came', { outcome, ...(reference !== undefined && { reference }) });
  return outcome;
}

/** What was written, with what does not come along: who else wrote it, and what was attached. */
function wordsOf({ text, from, attachments }: InboundMail, { escalation }: StoredEscalation): string {
  const others = escalation.email?.toLowerCase() === from ? [] : [`[Written from ${from}.]`];
  const named = attachments.map(({ name, bytes }) => `${name} (${Math.ceil(bytes / 1_000)} kB)`).join(', ');
  const attached = attachments.length === 0 ? [] : [`[Attached to the mail, and left there: ${named}.]`];
  return [text || '[There is no text in this mail.]', ...others, ...attached].join('\n\n');
}

function clipped(text: string): string {
  return text.replaceAll('\0', '\uFFFD').slice(0, MAX_TEXT_LENGTH).toWellFormed();
}

async function isLoop({ id }: StoredEscalation, { store }: MailTaker, now: Temporal.Instant): Promise<boolean> {
  const since = now.subtract(LOOP.within);
  const events = await store.eventsOf(id);
  const answered = events.findLastIndex(({ act }) => act.kind === 'answer' || act.kind === 'resolved');
  const recent = events
    .slice(answered + 1)
    .filter(({ at, act }) => act.kind === 'message' && Temporal.Instant.compare(at, since) > 0);
  return recent.length >= LOOP.most;
}
