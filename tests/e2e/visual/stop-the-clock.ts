import { NOW } from './now.ts';

// Loaded before a program (`node --import`): in it, it is always now. Timers run on.
const nowMs = Date.parse(NOW);

class StoppedDate extends Date {
  constructor(...given: [] | [value: number | string | Date]) {
    if (given.length === 0) super(nowMs);
    else super(...given);
  }
  static override now(): number {
    return nowMs;
  }
}
globalThis.Date = StoppedDate as DateConstructor;

const instant = Temporal.Instant.from(NOW);
const zoned = (timeZone: Temporal.TimeZoneLike = Temporal.Now.timeZoneId()) => instant.toZonedDateTimeISO(timeZone);
Object.assign(Temporal.Now, {
  instant: () => instant,
  zonedDateTimeISO: zoned,
  plainDateTimeISO: (timeZone?: Temporal.TimeZoneLike) => zoned(timeZone).toPlainDateTime(),
  plainDateISO: (timeZone?: Temporal.TimeZoneLike) => zoned(timeZone).toPlainDate(),
  plainTimeISO: (timeZone?: Temporal.TimeZoneLike) => zoned(timeZone).toPlainTime(),
});
