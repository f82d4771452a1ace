import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { HelpDesk } from '../help-desks/help-desk.ts';
import { deliverOne, type Delivering } from './deliver-one.ts';
import type { Addresses } from './addresses.ts';
import { keepOn, pauseUntil } from './keep-on.ts';
import type { DueDelivery } from './outbox.ts';
import { soundAlerts, type AlertChannels } from './sound-alerts.ts';
import { CUSTOMER } from './store/outbox-rows.ts';
import { writeLetter, type LetterDesk } from './write-letter.ts';

const POLL_MS = 1_000;
const ALERTS_EVERY_MS = 5_000;
/**
 * Longer than any attempt takes (to look through two full tickets and add to one is fifteen requests, each for 15 s at
 * most), and than a desk takes until a new ticket is found: whoever comes after a worker that died looks for one.
 */
const LEASE = { minutes: 5 };
const AT_ONCE = 4;
const ASSIGNED_AT_ONCE = 100;
const STRANDED = 'The help desk that this was for is not in HELP_DESKS any more, or SMTP_URL is not set any more.';
/** A desk that nobody serves may be served by another server that is being restarted. */
const STRANDED_AFTER = { minutes: 10 };

/** To whom something is delivered: help desks, and customers, where there is mail. */
export type Recipients = { desks: readonly HelpDesk[]; letters?: LetterDesk | undefined };

type Context = Omit<Delivering, 'store'> & { store: Delivering['store'] & Addresses };

/**
 * Delivers what waits to each of `desks`, and letters to customers, until it is stopped, which lets attempts that are
 * under way finish. Each has a lane of its own, so that a slow one holds up nobody but itself. Several may run on one
 * store.
 */
export function startDelivering(
  { desks, letters }: Recipients,
  channels: AlertChannels,
  context: Omit<Context, 'pause'>,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const pause = pauseUntil(stopping.signal);
  const delivering = { ...context, pause: async (ms: number) => void (await setTimeout(ms)) };
  const { signal } = stopping;
  const running = [
    ...desks.map((desk) => ({
      name: desk.kind,
      work: () => lane(desk.kind, (due, token) => deliverOne(due, desk, token, delivering), delivering, signal, pause),
    })),
    ...(letters ? [{ name: CUSTOMER, work: () => letterLane(letters, delivering, signal, pause) }] : []),
    // Where another process has the desks, they are none of ours to give work to, nor to find missing.
    ...(desks.length > 0
      ? [{ name: 'assigning', work: () => assign({ desks, letters }, delivering, signal, pause) }]
      : []),
    // Apart from the rest: telling the team may take as long as a slow mail server does.
    { name: 'alerts', work: () => alert(channels, delivering, signal, pause) },
  ].map(({ name, work }) => keepOn(work, name, signal, context.log, pause));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

function letterLane(
  letters: LetterDesk,
  context: Context,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  return lane(CUSTOMER, (due, token) => writeLetter(due, letters, token, context), context, signal, pause);
}

async function lane(
  kind: string,
  attemptOne: (due: DueDelivery, leaseToken: string) => Promise<void>,
  delivering: Delivering,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let failure: unknown;
  try {
    while (!signal.aborted && failure === undefined) {
      const now = delivering.now();
      const lease = { token: randomUUID(), now, until: now.add(LEASE) };
      const room = AT_ONCE - underWay.size;
      const due = room > 0 ? await delivering.store.leaseDue(kind, lease, room) : [];
      for (const delivery of due) {
        const attempt: Promise<void> = attemptOne(delivery, lease.token)
          .catch((error: unknown) => void (failure = error))
          .finally(() => underWay.delete(attempt));
        underWay.add(attempt);
      }
      if (due.length === 0) await Promise.race([pause(POLL_MS), ...underWay]);
    }
  } finally {
    // Also where the store failed in between: what is under way is noted before anybody begins anew, or closes.
    await Promise.all(underWay);
  }
  if (failure !== undefined) throw failure;
}

/** Gives the desks their work, and marks what no desk serves. */
async function assign(
  { desks, letters }: Recipients,
  { store, now, log }: Delivering,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  const kinds = desks.map(({ kind }) => kind);
  const served = [...kinds, ...(letters ? [CUSTOMER] : [])];
  while (!signal.aborted) {
    const assigned = await store.assignDesks(kinds, now(), ASSIGNED_AT_ONCE);
    const stranded = await store.markStranded(served, STRANDED, now().subtract(STRANDED_AFTER));
    if (stranded > 0) log('deliveries-without-desk', { count: stranded });
    if (assigned < ASSIGNED_AT_ONCE) await pause(POLL_MS);
  }
}

async function alert(
  channels: AlertChannels,
  { store, now, log }: Delivering,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await soundAlerts(store, channels, log, now());
    await pause(ALERTS_EVERY_MS);
  }
}
