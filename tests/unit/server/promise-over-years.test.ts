import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WEEKDAYS, type Support } from '../../../src/schema/site.ts';
import { promisedBy } from '../../../src/server/promise.ts';

// The reckoning here knows nothing of Temporal: it looks at a wall clock (Intl) each minute, and counts those minutes
// in which people answer. Lord Howe changes its clocks by half an hour, Casablanca did for Ramadan, Kathmandu never.

const ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu'];
const FROM_MS = Date.UTC(2016, 0, 1);
const TO_MS = Date.UTC(2036, 0, 1);
const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

for (const timeZone of ZONES) {
  const support: Support = {
    timeZone,
    hours: [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:30', to: '18:00' },
      // Around the hours in which clocks change.
      { days: ['sat', 'sun'], from: '00:30', to: '04:15' },
    ],
    holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
    promises: { email: { within: 'PT13H20M' }, 'call-back': { within: 'PT45M' } },
  };
  const wall = wallClockOf(timeZone);
  const changes = changesOf(wall);

  test(`over twenty years, promises in ${timeZone} agree with counting minutes`, () => {
    const anyTime = fc
      .integer({ min: FROM_MS / MINUTE_MS, max: TO_MS / MINUTE_MS })
      .map((minute) => minute * MINUTE_MS);
    const nearChange = fc
      .tuple(fc.constantFrom(FROM_MS, ...changes), fc.integer({ min: -2 * 24 * 60, max: 24 * 60 }))
      .map(([changeMs, minutes]) => changeMs + minutes * MINUTE_MS);
    fc.assert(
      fc.property(fc.oneof(anyTime, nearChange), fc.constantFrom('email', 'call-back'), (openedMs, channel) => {
        const promised = promisedBy(Temporal.Instant.fromEpochMilliseconds(openedMs), support, channel);

        const minutes = channel === 'email' ? 13 * 60 + 20 : 45;
        assert.equal(
          promised.toString(),
          new Date(countedOn(wall, openedMs, minutes, support)).toISOString().replace('.000', ''),
        );
      }),
      { numRuns: 300 },
    );
  });
}

test('the clocks of these zones change as often as is known', () => {
  const counts = Object.fromEntries(ZONES.map((zone) => [zone, changesOf(wallClockOf(zone)).length]));

  assert.equal(counts['Europe/London'], 40);
  assert.equal(counts['America/New_York'], 40);
  assert.equal(counts['Australia/Lord_Howe'], 40);
  assert.equal(counts['Asia/Kathmandu'], 0);
  assert.ok((counts['Africa/Casablanca'] ?? 0) > 20);
});

type WallClock = (ms: number) => { date: string; weekday: (typeof WEEKDAYS)[number]; minute: number };

function countedOn(wall: WallClock, openedMs: number, minutes: number, { hours, holidays }: Support): number {
  const isOpen = (ms: number) => {
    const { date, weekday, minute } = wall(ms);
    if (holidays.some((holiday) => holiday.date === date)) return false;
    return hours.some(
      ({ days, from, to }) => days.includes(weekday) && minute >= minuteOf(from) && minute < minuteOf(to),
    );
  };
  let left = minutes;
  for (let ms = openedMs; ; ms += MINUTE_MS) {
    if (isOpen(ms)) left -= 1;
    if (left === 0) return ms + MINUTE_MS;
  }
}

/** Reads the wall clock; clocks change on a quarter of an hour, so that one look serves fifteen minutes. */
function wallClockOf(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    ...{ weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const looked = new Map<number, ReturnType<WallClock>>();
  return (ms) => {
    const quarterMs = ms - (ms % QUARTER_MS);
    let seen = looked.get(quarterMs);
    if (!seen) {
      const parts = Object.fromEntries(format.formatToParts(quarterMs).map(({ type, value }) => [type, value]));
      const weekday = WEEKDAYS.find((day) => day === parts['weekday']?.toLowerCase()) ?? 'mon';
      const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
      seen = { date, weekday, minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
      looked.set(quarterMs, seen);
    }
    return { ...seen, minute: seen.minute + (ms - quarterMs) / MINUTE_MS };
  };
}

/** The quarters of an hour in which the clock jumps. */
function changesOf(wall: WallClock): number[] {
  const changes: number[] = [];
  const minuteAt = (ms: number) => wall(ms).minute;
  for (let dayMs = FROM_MS; dayMs < TO_MS; dayMs += 24 * 60 * MINUTE_MS) {
    if (minuteAt(dayMs) === minuteAt(dayMs + 24 * 60 * MINUTE_MS)) continue;
    for (let ms = dayMs; ms < dayMs + 24 * 60 * MINUTE_MS; ms += QUARTER_MS) {
      if ((minuteAt(ms) + 15) % (24 * 60) !== minuteAt(ms + QUARTER_MS)) changes.push(ms + QUARTER_MS);
    }
  }
  return changes;
}

function minuteOf(clockTime: string): number {
  const [hour = 0, minute = 0] = clockTime.split(':').map(Number);
  return hour * 60 + minute;
}
