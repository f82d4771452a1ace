/** "30 seconds", "4 minutes": how long it is until then, rounded up, so that nobody comes back too early. */
export function waitInWords(until: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = Math.max(1, Math.ceil(until.since(now).total('seconds')));
  if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
