import { setTimeout } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import type { Log } from '../server/log.ts';
import { isStoreUnavailable } from '../server/store.ts';
import type { MailOutcome } from './take-mail.ts';

export type Mailbox = {
  host: string;
  port: number;
  /** TLS from the first byte; else the server has to offer it (STARTTLS) before it gets the password. */
  isSecure: boolean;
  /** Somebody said that the password may go without TLS. */
  mayBeClear: boolean;
  user: string;
  password: string;
  folder: string;
};

export type MailboxReader = {
  mailbox: Mailbox;
  /** Takes a mail for good: once it has returned, the mail is marked as read. */
  take: (raw: Uint8Array) => Promise<MailOutcome>;
  log: Log;
  lookEveryMs?: number;
};

const LOOK_EVERY_MS = 20_000;
const AGAIN_AFTER_MS = 60_000;
const TIMEOUT_MS = 30_000;
/** More than mail servers let through. */
const MOST_BYTES = 50_000_000;

/**
 * Looks into a mailbox (IMAP4rev1, RFC 3501) until it is stopped. What it took is marked as read; what belongs to no
 * request stays unread, for a person. While the mailbox cannot be reached, mail waits there.
 */
export function startReading({ mailbox, take, log, lookEveryMs = LOOK_EVERY_MS }: MailboxReader): {
  stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = async (ms: number) => void (await setTimeout(ms, undefined, { signal }).catch(() => undefined));
  // Known by their numbers in the mailbox, so that what is left for a person is not fetched each time.
  const left = new Set<number>();
  const running = (async () => {
    while (!signal.aborted) {
      try {
        await look(mailbox, take, left, signal);
        await pause(lookEveryMs);
      } catch (error) {
        log('mailbox-unreachable', { reason: error instanceof Error ? error.name : typeof error });
        await pause(Math.min(AGAIN_AFTER_MS, lookEveryMs * 3));
      }
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** One visit. Throws where the mailbox cannot be reached, or the store cannot take what came. */
async function look(
  { host, port, isSecure, mayBeClear, user, password, folder }: Mailbox,
  take: MailboxReader['take'],
  left: Set<number>,
  signal: AbortSignal,
): Promise<void> {
  const client = new ImapFlow({
    host,
    port,
    secure: isSecure,
    ...(!isSecure && { doSTARTTLS: !mayBeClear }),
    auth: { user, pass: password },
    logger: false,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  // Without a listener an error that comes between two commands would end the process; the next command throws it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.mailboxOpen(folder);
    let broken: { error: unknown } | undefined;
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of unread.filter((number) => !left.has(number))) {
      if (signal.aborted) return;
      const mail = await client.fetchOne(String(uid), { size: true, source: { maxLength: MOST_BYTES } }, { uid: true });
      if (!mail || !mail.source) continue;
      const outcome = await take(mail.source).catch((error: unknown) => {
        if (isStoreUnavailable(error)) throw error;
        // One mail that nobody foresaw keeps no other from being taken; it is tried again at the next visit.
        broken ??= { error };
        return undefined;
      });
      if (outcome === undefined) continue;
      if (outcome === 'unknown' || outcome === 'unreadable') left.add(uid);
      else await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
    if (broken) throw broken.error;
  } finally {
    await client.logout().catch(() => client.close());
  }
}
