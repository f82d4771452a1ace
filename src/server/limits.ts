/** What is counted: how often somebody did something within a window of time. */
export type Bucket = { name: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** Counters that all servers on one store share. Part of the store. */
export type Limits = {
  /** How often each of `names` was counted so far, in their order. */
  countsOf(buckets: readonly Bucket[]): Promise<number[]>;
  /** Counts each of `buckets` once more, and gives the counts from before, in their order. */
  countUp(buckets: readonly Bucket[]): Promise<number[]>;
  /** Whether an escalation has this key, so that whoever sends it again gets the same answer. */
  isKnownKey(idempotencyKey: string): Promise<boolean>;
  /** Notes that a challenge was used, to be remembered until `until`; false where it had been used before. */
  useChallenge(id: string, until: Temporal.Instant): Promise<boolean>;
  /** Removes counters and challenges that ended before `now`, at most `most` of each, and says how many. */
  removeEnded(now: Temporal.Instant, most: number): Promise<number>;
};

/** The window around `now`; all servers agree on where windows begin. */
export function bucketAt(name: string, windowSeconds: number, now: Temporal.Instant): Bucket {
  const windowMs = windowSeconds * 1_000;
  const startsAtMs = Math.floor(now.epochMilliseconds / windowMs) * windowMs;
  const startsAt = Temporal.Instant.fromEpochMilliseconds(startsAtMs);
  return { name, startsAt, endsAt: startsAt.add({ seconds: windowSeconds }) };
}

/** Seconds until the window ends, and the next one begins. */
export function secondsLeft({ endsAt }: Bucket, now: Temporal.Instant): number {
  return Math.max(1, Math.ceil(endsAt.since(now).total('seconds')));
}
