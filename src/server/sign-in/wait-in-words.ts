import { wait } from '../../strings/en/desk-sign-in.ts';

/** "30 seconds", "4 minutes": how long it is until then, rounded up, so that nobody comes back too early. */
export function waitInWords(until: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = Math.max(1, Math.ceil(until.since(now).total('seconds')));
  return seconds <= 90 ? wait.seconds(seconds) : wait.minutes(Math.ceil(seconds / 60));
}
