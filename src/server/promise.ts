import { Mistakes } from '../errors/user-error.ts';
import type { Channel, Support } from '../schema/site.ts';
import { HORIZON_DAYS, openings } from './openings.ts';

/**
 * The instant by which a person answers what came in at `openedAt`: the promise of the channel, counted in support
 * time only. Throws `Mistakes` where the hours of a whole year cannot hold it.
 */
export function promisedBy(openedAt: Temporal.Instant, support: Support, channel: Channel): Temporal.Instant {
  const { within } = support.promises[channel];
  let remainingMs = Temporal.Duration.from(within).total('milliseconds');
  let opens = false;
  for (const { opensAt, closesAt } of openings(support, openedAt)) {
    opens = true;
    const begins = Temporal.Instant.compare(opensAt, openedAt) > 0 ? opensAt : openedAt;
    const openMs = begins.until(closesAt).total('milliseconds');
    if (remainingMs <= openMs) return begins.add({ milliseconds: Math.ceil(remainingMs) });
    remainingMs -= openMs;
  }
  throw new Mistakes('A promise cannot be kept.', [opens ? neverKept(channel, within) : neverOpen()]);
}

/** Rounded up: a customer is never told of an earlier time than the one that is kept. */
export function inWholeSeconds(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'second', roundingMode: 'ceil' });
}

/** The promises of all channels for somebody who asks at `now`. */
export function promisesAt(now: Temporal.Instant, support: Support): Record<Channel, Temporal.Instant> {
  return { email: promisedBy(now, support, 'email'), 'call-back': promisedBy(now, support, 'call-back') };
}

/** Whether people answer right now; `until` is absent where they never close. */
export type OpeningState = { kind: 'open'; until?: Temporal.Instant } | { kind: 'closed'; opensAt: Temporal.Instant };

/** For "open now, until 18:00" and "opens on Monday at 08:00". Throws `Mistakes` where nobody answers for a year. */
export function openingState(now: Temporal.Instant, support: Support): OpeningState {
  let until: Temporal.Instant | undefined;
  for (const { opensAt, closesAt } of openings(support, now)) {
    if (until && Temporal.Instant.compare(opensAt, until) > 0) return { kind: 'open', until };
    if (!until && Temporal.Instant.compare(opensAt, now) > 0) return { kind: 'closed', opensAt };
    until = closesAt;
  }
  if (!until) throw new Mistakes('Nobody ever answers.', [neverOpen()]);
  const neverCloses = now.until(until).total('hours') > (HORIZON_DAYS - 2) * 24;
  return neverCloses ? { kind: 'open' } : { kind: 'open', until };
}

function neverKept(channel: Channel, within: string) {
  return {
    problem: `The support hours of the next ${HORIZON_DAYS} days are too few for ${within}, so "${channel}" can promise nothing.`,
    where: { file: 'content/site.yaml', field: `support.promises.${channel}.within` },
    fix: 'Promise a shorter time, open longer, or look at the holidays.',
  };
}

function neverOpen() {
  return {
    problem: `Nobody answers on any of the next ${HORIZON_DAYS} days.`,
    where: { file: 'content/site.yaml', field: 'support.hours' },
    fix: 'Give at least one opening that is not a holiday.',
  };
}
