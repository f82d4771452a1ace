import type { Answered } from './help-desk.ts';

/** The first of some answers that was given since `since`. */
export function firstSince(since: Temporal.Instant, answers: readonly Temporal.Instant[]): Answered {
  const [at] = answers
    .filter((instant) => Temporal.Instant.compare(instant, since) >= 0)
    .sort((a, b) => Temporal.Instant.compare(a, b));
  return at ? { kind: 'answered', at } : { kind: 'not-yet' };
}
