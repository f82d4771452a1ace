import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mistakes } from '../../../src/errors/user-error.ts';
import type { Support } from '../../../src/schema/site.ts';
import { openingState, promisedBy, promisesAt } from '../../../src/server/promise.ts';
import { aroundTheClock, everyDay, inZone, local, office } from './office-hours.ts';

const cases: { when: string; at: string; by: string; support?: Partial<Support> }[] = [
  { when: 'counts from the minute it came in, within opening hours', at: '2026-11-23T09:15', by: '2026-11-23T13:15' },
  { when: 'begins at the next opening before hours', at: '2026-11-23T06:00', by: '2026-11-23T12:00' },
  { when: 'goes on the next morning when the day ends', at: '2026-11-23T16:00', by: '2026-11-24T10:00' },
  { when: 'may fall on the closing minute itself', at: '2026-11-23T14:00', by: '2026-11-23T18:00' },
  { when: 'takes the closing minute as closed', at: '2026-11-23T18:00', by: '2026-11-24T12:00' },
  { when: 'counts the last half minute before closing', at: '2026-11-23T17:59:30', by: '2026-11-24T11:59:30' },
  { when: 'takes the opening minute as open', at: '2026-11-23T08:00', by: '2026-11-23T12:00' },
  { when: 'runs through a short Saturday', at: '2026-11-27T17:00', by: '2026-11-28T13:00' },
  { when: 'jumps over Sunday', at: '2026-11-28T13:00', by: '2026-11-30T11:00' },
  { when: 'jumps over a holiday, a Sunday and another holiday', at: '2026-12-24T16:00', by: '2026-12-26T12:00' },
  { when: 'begins after a holiday when it came in on one', at: '2026-12-28T11:00', by: '2026-12-29T12:00' },
  { when: 'is right at midnight', at: '2026-11-24T00:00', by: '2026-11-24T12:00' },
];

for (const { when, at, by } of cases) {
  test(`a promise of four support hours ${when}`, () => {
    const promised = promisedBy(local(at), office, 'email');

    assert.equal(inZone(promised, office), by);
  });
}

test('a break at noon does not count', () => {
  const support = {
    ...office,
    hours: [
      { days: [...everyDay], from: '13:00', to: '17:00' },
      { days: [...everyDay], from: '09:00', to: '12:30' },
    ],
  };

  const promised = promisedBy(local('2026-11-23T11:30'), support, 'email');

  assert.equal(inZone(promised, support), '2026-11-23T16:00');
});

test('hours that overlap are counted once', () => {
  const support = {
    ...office,
    hours: [
      { days: [...everyDay], from: '09:00', to: '15:00' },
      { days: [...everyDay], from: '10:00', to: '12:00' },
    ],
  };

  const promised = promisedBy(local('2026-11-23T13:00'), support, 'email');

  assert.equal(inZone(promised, support), '2026-11-24T11:00');
});

test('each channel has its own promise', () => {
  const promises = promisesAt(local('2026-11-23T09:00'), office);

  assert.equal(inZone(promises.email, office), '2026-11-23T13:00');
  assert.equal(inZone(promises['call-back'], office), '2026-11-23T11:00');
});

test('a promise of no time at all is the next moment in which people answer', () => {
  const support = { ...office, promises: { ...office.promises, email: { within: 'PT0S' } } };

  assert.equal(inZone(promisedBy(local('2026-11-22T12:00'), support, 'email'), support), '2026-11-23T08:00');
  assert.equal(inZone(promisedBy(local('2026-11-23T12:00'), support, 'email'), support), '2026-11-23T12:00');
});

test('around the clock four hours are four hours, also through a change of the clock', () => {
  for (const at of ['2026-03-28T23:00Z', '2026-10-25T00:30Z', '2026-11-23T22:00Z']) {
    const openedAt = Temporal.Instant.from(at);

    const promised = promisedBy(openedAt, aroundTheClock, 'email');

    assert.equal(openedAt.until(promised).total('hours'), 4);
  }
});

test('an hour that the clock skips in spring is not counted', () => {
  const support = { ...office, hours: [{ days: [...everyDay], from: '00:00', to: '06:00' }], holidays: [] };

  const promised = promisedBy(local('2026-03-29T00:30'), support, 'email');

  assert.equal(inZone(promised, support), '2026-03-29T05:30');
  assert.equal(promised.toString(), '2026-03-29T04:30:00Z');
});

test('an hour that the clock repeats in autumn counts twice', () => {
  const support = { ...office, hours: [{ days: [...everyDay], from: '00:00', to: '06:00' }], holidays: [] };

  const promised = promisedBy(local('2026-10-25T00:30'), support, 'email');

  assert.equal(promised.toString(), '2026-10-25T03:30:00Z');
  assert.equal(inZone(promised, support), '2026-10-25T03:30');
});

test('an opening inside the hour that the clock skips begins when that hour is over', () => {
  const support = { ...office, hours: [{ days: [...everyDay], from: '01:30', to: '09:00' }], holidays: [] };

  const promised = promisedBy(local('2026-03-28T20:00'), support, 'email');

  assert.equal(inZone(promised, support), '2026-03-29T06:00');
});

test('a promise agrees with counting minutes on the wall, on days on which clocks change', () => {
  const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kolkata'];
  const days = ['2026-03-28', '2026-03-07', '2026-10-03', '2026-10-24', '2026-10-31', '2026-04-04', '2026-04-23'];
  const hours: Support['hours'] = [
    { days: [...everyDay], from: '00:00', to: '02:20' },
    { days: [...everyDay], from: '01:30', to: '03:10' },
    { days: ['sun', 'fri'], from: '22:15', to: '24:00' },
  ];
  for (const timeZone of zones) {
    for (const day of days) {
      const support: Support = { ...office, timeZone, hours, holidays: [{ date: '2026-10-26', name: 'A holiday' }] };
      const openedAt = Temporal.PlainDateTime.from(`${day}T21:07`).toZonedDateTime(timeZone).toInstant();

      const promised = promisedBy(openedAt, support, 'email');

      assert.equal(promised.toString(), countedOnTheWall(openedAt, support, 240).toString(), `${timeZone} ${day}`);
    }
  }
});

test('hours that can never hold the promise are a mistake with its place and its mending', () => {
  const support = { ...office, promises: { ...office.promises, email: { within: 'PT9000H' } } };

  assert.throws(
    () => promisedBy(local('2026-11-23T09:00'), support, 'email'),
    (error) => {
      assert.ok(error instanceof Mistakes);
      assert.deepEqual(error.mistakes, [
        {
          problem: 'The support hours of the next 366 days are too few for PT9000H, so "email" can promise nothing.',
          where: { file: 'content/site.yaml', field: 'support.promises.email.within' },
          fix: 'Promise a shorter time, open longer, or look at the holidays.',
        },
      ]);
      return true;
    },
  );
});

test('a year without any opening is a mistake with its place and its mending', () => {
  const mondays = Array.from({ length: 54 }, (_, week) => ({
    date: Temporal.PlainDate.from('2026-11-23').add({ weeks: week }).toString(),
    name: 'Monday off',
  }));
  const support: Support = { ...office, hours: [{ days: ['mon'], from: '08:00', to: '18:00' }], holidays: mondays };

  for (const ask of [
    () => promisedBy(local('2026-11-23T09:00'), support, 'email'),
    () => openingState(local('2026-11-23T09:00'), support),
  ]) {
    assert.throws(ask, (error) => {
      assert.ok(error instanceof Mistakes);
      assert.equal(error.mistakes[0]?.problem, 'Nobody answers on any of the next 366 days.');
      assert.deepEqual(error.mistakes[0]?.where, { file: 'content/site.yaml', field: 'support.hours' });
      return true;
    });
  }
});

/** The same promise by other means: look at the clock on the wall, minute by minute, and count those that are open. */
function countedOnTheWall(openedAt: Temporal.Instant, support: Support, minutes: number): Temporal.Instant {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: support.timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  let at = openedAt.epochMilliseconds;
  for (let counted = 0; counted < minutes; at += 60_000) {
    const shown = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    const isHoliday = support.holidays.some(
      ({ date }) => date === `${shown['year']}-${shown['month']}-${shown['day']}`,
    );
    const time = `${shown['hour']}:${shown['minute']}`;
    const isOpen = support.hours.some(
      ({ days, from, to }) => days.some((day) => day === shown['weekday']?.toLowerCase()) && from <= time && time < to,
    );
    if (isOpen && !isHoliday) counted += 1;
  }
  return Temporal.Instant.fromEpochMilliseconds(at);
}
