/** Whoever is asked to wait for longer looks again after that: a proxy may be wrong about the time. */
const LONGEST_MS = 60 * 60_000;

/**
 * For how long an answer asks to be left alone, in milliseconds, an hour at most: `Retry-After` in seconds or as a date
 * (RFC 9110, 10.2.3). Undefined where it does not say, or not in a way that can be read.
 */
export function waitAskedMs(retryAfter: string | null, nowMs: number): number | undefined {
  const written = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return Math.min(Number(written) * 1000, LONGEST_MS);
  // Only dates of HTTP: Date.parse alone would read "1.5" as the first of May.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(written)) return undefined;
  const dateMs = Date.parse(written);
  return Number.isNaN(dateMs) ? undefined : Math.min(Math.max(0, dateMs - nowMs), LONGEST_MS);
}
