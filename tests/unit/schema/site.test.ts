import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { Site } from '../../../src/schema/site.ts';
import { SITE_YAML } from '../../fixtures/site.ts';

test('a site with what every site needs is sound, and the rest has defaults', () => {
  const read = Site.safeParse(parse(SITE_YAML));

  assert.ok(read.success);
  assert.deepEqual(read.data.support.holidays, []);
  assert.deepEqual(read.data.switches, { keepSearches: false, worksOffline: true, remindTeam: true });
  assert.equal(read.data.reviewEvery, 'P12M');
  const { keepSearchesFor, keepRequestsFor, keepVotesFor } = read.data;
  assert.deepEqual([keepSearchesFor, keepRequestsFor, keepVotesFor], ['P180D', 'P2Y', 'P3Y']);
});

for (const keepSearchesFor of ['P1D', 'P180D', 'P2W', 'P6M', 'P999Y']) {
  test(`searches may be kept for ${keepSearchesFor}, and Temporal reads it`, () => {
    const problems = problemsWith({ keepSearchesFor });

    assert.deepEqual(problems, []);
    assert.equal(Temporal.Duration.from(keepSearchesFor).toString(), keepSearchesFor);
  });
}

for (const keepSearchesFor of ['P0D', 'PT12H', 'P1DT1H', 'P1000Y', '-P1D', '180', '']) {
  test(`searches are not kept for "${keepSearchesFor}"`, () => {
    const problems = problemsWith({ keepSearchesFor });

    assert.deepEqual(problems, ['keepSearchesFor']);
  });
}

describe('support hours', () => {
  const accepted: [string, { from: string; to: string }][] = [
    ['of a working day', { from: '08:00', to: '18:00' }],
    ['until midnight', { from: '18:00', to: '24:00' }],
    ['of a whole day', { from: '00:00', to: '24:00' }],
    ['of one minute', { from: '23:58', to: '23:59' }],
  ];
  for (const [what, { from, to }] of accepted) {
    test(`${what} are accepted`, () => {
      const problems = problemsWith({ support: { hours: [{ days: ['mon'], from, to }] } });

      assert.deepEqual(problems, []);
    });
  }

  const refused: [string, { days?: string[]; from: string; to: string }, string[]][] = [
    ['that end when they begin', { from: '08:00', to: '08:00' }, ['support.hours.0.to']],
    ['that end before they begin', { from: '18:00', to: '08:00' }, ['support.hours.0.to']],
    ['past midnight', { from: '18:00', to: '24:30' }, ['support.hours.0.to']],
    ['with one digit', { from: '8:00', to: '18:00' }, ['support.hours.0.from']],
    ['with a full stop', { from: '08.00', to: '18.00' }, ['support.hours.0.from', 'support.hours.0.to']],
    ['with seconds', { from: '08:00:00', to: '18:00' }, ['support.hours.0.from']],
    ['on no day', { days: [], from: '08:00', to: '18:00' }, ['support.hours.0.days']],
    ['on a day that is written out', { days: ['monday'], from: '08:00', to: '18:00' }, ['support.hours.0.days.0']],
  ];
  for (const [what, hours, fields] of refused) {
    test(`${what} are refused`, () => {
      const problems = problemsWith({ support: { hours: [{ days: ['mon'], ...hours }] } });

      assert.deepEqual(problems, fields);
    });
  }

  test('may be given twice for one day, around a break', () => {
    const hours = [
      { days: ['mon'], from: '08:00', to: '12:00' },
      { days: ['mon'], from: '13:00', to: '18:00' },
    ];

    const problems = problemsWith({ support: { hours } });

    assert.deepEqual(problems, []);
  });
});

describe('a promise', () => {
  for (const within of ['PT4H', 'PT30M', 'PT1H30M']) {
    test(`of ${within} is accepted, and Temporal reads it`, () => {
      const problems = problemsWith({ support: { promises: { email: { within } } } });

      assert.deepEqual(problems, []);
      assert.equal(Temporal.Duration.from(within).toString(), within);
    });
  }

  for (const within of ['P1D', 'P1DT4H', 'P1W', 'PT', '4h', '4', '-PT4H', 'PT-4H', '']) {
    test(`of "${within}" is refused`, () => {
      const problems = problemsWith({ support: { promises: { email: { within } } } });

      assert.deepEqual([...new Set(problems)], ['support.promises.email.within']);
    });
  }

  test('is needed for each channel', () => {
    const problems = problemsWith({ support: { promises: { 'call-back': undefined } } });

    assert.deepEqual(problems, ['support.promises.call-back']);
  });
});

for (const timeZone of ['Europe/London', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'UTC']) {
  test(`the time zone ${timeZone} is accepted`, () => {
    const problems = problemsWith({ support: { timeZone } });

    assert.deepEqual(problems, []);
  });
}

for (const timeZone of ['London', 'GMT+25', 'Europe/Nowhere', '']) {
  test(`the time zone "${timeZone}" is refused`, () => {
    const problems = problemsWith({ support: { timeZone } });

    assert.deepEqual(problems, ['support.timeZone']);
  });
}

for (const language of ['English', 'EN', 'en_GB', '']) {
  test(`the language "${language}" is refused`, () => {
    const problems = problemsWith({ language });

    assert.deepEqual(problems, ['language']);
  });
}

for (const editAt of ['https://git.example.com/help/edit/main', 'http://localhost:3000/help/src/branch/main/']) {
  test(`files may be edited at ${editAt}`, () => {
    const problems = problemsWith({ editAt });

    assert.deepEqual(problems, []);
  });
}

for (const editAt of [
  'git.example.com/help',
  'javascript:alert(1)',
  'https://git.example.com/?file=',
  'https://a/#L',
  '',
]) {
  test(`files are not edited at "${editAt}"`, () => {
    const problems = problemsWith({ editAt });

    assert.deepEqual([...new Set(problems)], ['editAt']);
  });
}

test('a holiday is a day of the calendar', () => {
  const holidays = [
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2026-02-29', name: 'No leap year' },
  ];

  const problems = problemsWith({ support: { holidays } });

  assert.deepEqual(problems, ['support.holidays.1.date']);
});

test('a field that no site has is refused', () => {
  const read = Site.safeParse({ ...parse(SITE_YAML), adress: 'x' });

  assert.deepEqual(
    read.error?.issues.map(({ code }) => code),
    ['unrecognized_keys'],
  );
});

/** Paths of the fields that are refused in the small site with `changes`. */
function problemsWith({ support = {}, ...changes }: { support?: Record<string, unknown>; [field: string]: unknown }) {
  const site = parse(SITE_YAML) as { support: { promises: object } };
  const promises = { ...site.support.promises, ...(support['promises'] as object | undefined) };
  const read = Site.safeParse({ ...site, ...changes, support: { ...site.support, ...support, promises } });
  return (read.error?.issues ?? []).map(({ path }) => path.join('.'));
}
