import { due } from '../../strings/en/desk.ts';

/** How long until `promisedBy`: "due now", "due in 40 min", "overdue by 2 h 10 min", "due in 3 days". */
export function dueInWords(promisedBy: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = Math.trunc(now.until(promisedBy).total('minutes'));
  if (minutes === 0) return due.now;
  const isLate = Temporal.Instant.compare(promisedBy, now) < 0;
  return isLate ? due.overdueBy(lengthInWords(-minutes)) : due.in(lengthInWords(minutes));
}

function lengthInWords(minutes: number): string {
  if (minutes < 60) return due.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return due.days(Math.floor(hours / 24));
  return minutes % 60 === 0 || hours >= 10 ? due.hours(hours) : due.hoursAndMinutes({ hours, minutes: minutes % 60 });
}
