/** The instant at which the clock of `timeZone` shows what was typed, such as 2026-11-24T10:00; undefined: no time. */
export function instantOn(typed: string, timeZone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant();
  } catch {
    return undefined;
  }
}
