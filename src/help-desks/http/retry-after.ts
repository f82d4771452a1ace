/**
 * How long an answer asks us to wait, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3).
 * Undefined where it does not say, or not in a way that can be read.
 */
export function retryAfterMs(header: string | undefined, now: Temporal.Instant): number | undefined {
  const written = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000;
  // Only dates of HTTP: Date.parse alone would read "1.5" as the first of May.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(written)) return undefined;
  const date = Date.parse(written);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.epochMilliseconds);
}
