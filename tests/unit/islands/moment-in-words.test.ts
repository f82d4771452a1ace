import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentInWords, momentWithZone, timeInWords, zoneInWords } from '../../../src/islands/moment-in-words.ts';

const now = new Date('2026-11-22T18:00:00Z');
const london = (at: string) => momentInWords(at, now, 'en-GB', 'Europe/London');

test('a time today is named as such, one of these days by its weekday, a later one by its date', () => {
  const said = ['2026-11-22T16:40:00Z', '2026-11-23T10:40:00Z', '2026-11-30T10:40:00Z'].map(london);

  assert.deepEqual(said, ['16:40 today', 'Monday 10:40', 'Monday 30 November, 10:40']);
});

test('a time more than half a year away has its year, before and after', () => {
  const said = ['2025-11-24T10:40:00Z', '2026-06-05T10:40:00Z', '2027-05-10T10:40:00Z', '2027-11-22T10:40:00Z'].map(
    london,
  );

  assert.deepEqual(said, [
    'Monday 24 November 2025, 10:40',
    'Friday 5 June, 11:40',
    'Monday 10 May, 11:40',
    'Monday 22 November 2027, 10:40',
  ]);
});

test('what is today depends on the zone of the reader', () => {
  const said = momentInWords('2026-11-23T10:40:00Z', now, 'en-GB', 'Asia/Tokyo');

  assert.equal(said, '19:40 today');
});

test('within a sentence that is of today the time alone will do', () => {
  const said = ['2026-11-22T16:40:00Z', '2026-11-21T10:40:00Z'].map((at) =>
    timeInWords(at, now, 'en-GB', 'Europe/London'),
  );

  assert.deepEqual(said, ['16:40', 'Saturday 10:40']);
});

test('the zone is named after its city, and the reader’s own is theirs', () => {
  assert.equal(zoneInWords('America/New_York'), 'New York time');
  assert.equal(zoneInWords(), 'your time');
  assert.equal(momentWithZone('2026-11-23T10:40:00Z', now, 'en-GB', 'Europe/London'), 'Monday 10:40, London time');
});
