import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Cue } from '../../../src/schema/video.ts';
import { clockTime } from '../../../src/video/clock-time.ts';
import { lengthInWords } from '../../../src/video/length-in-words.ts';
import { momentAnchor, readMoment } from '../../../src/video/moment-address.ts';
import { momentsOf } from '../../../src/video/moments.ts';

describe('moments', () => {
  test('a moment holds 20 to 40 seconds of words and ends with a sentence', () => {
    const moments = momentsOf(
      'restore',
      everySecond(0, 60, (second) => (second % 25 === 24 ? 'end.' : `w${second}`)),
      [],
    );

    assert.deepEqual(
      moments.map(({ second, heading, id }) => [second, heading, id]),
      [
        [0, 'In the video, at 0:00', 'v-restore-0'],
        [25, 'In the video, at 0:25', 'v-restore-25'],
        [50, 'In the video, at 0:50', 'v-restore-50'],
      ],
    );
  });

  test('where no sentence ends, a moment does after 40 seconds', () => {
    const moments = momentsOf(
      'restore',
      everySecond(0, 90, () => 'on and'),
      [],
    );

    assert.deepEqual(
      moments.map(({ second }) => second),
      [0, 40, 80],
    );
  });

  test('a chapter begins a new moment, with its title in the text', () => {
    const chapters = [
      { startMs: 0, title: 'Start' },
      { startMs: 5000, title: 'The rest' },
    ];

    const moments = momentsOf(
      'restore',
      everySecond(0, 10, (second) => `w${second}.`),
      chapters,
    );

    assert.deepEqual(
      moments.map(({ text }) => text),
      ['Start\nw0. w1. w2. w3. w4.', 'The rest\nw5. w6. w7. w8. w9.'],
    );
  });

  test('every word is in one moment and no word in two', () => {
    const cues = everySecond(3, 200, (second) => (second % 7 === 0 ? `w${second}.` : `w${second}`));

    const moments = momentsOf('restore', cues, [{ startMs: 50_000, title: 'T' }]);

    const words = moments.flatMap(({ text }) => text.replace('T\n', '').split(' '));
    assert.deepEqual(
      words,
      cues.map(({ text }) => text),
    );
  });
});

describe('anchors', () => {
  test('an anchor is read back as what it was made from', () => {
    const moment = readMoment(`#${momentAnchor({ video: 'os-12', second: 83.9 })}`);

    assert.deepEqual(moment, { video: 'os-12', second: 83 });
  });

  for (const anchor of [
    '',
    '#',
    '#top',
    '#v-restore',
    '#v--3',
    '#v-Restore-3',
    '#v-restore-3-',
    '#v-restore-9999999',
  ]) {
    test(`"${anchor}" is no moment`, () => {
      const moment = readMoment(anchor);

      assert.equal(moment, undefined);
    });
  }
});

describe('times', () => {
  for (const [seconds, shown] of [
    [0, '0:00'],
    [7.9, '0:07'],
    [83, '1:23'],
    [3723, '1:02:03'],
    [-1, '0:00'],
  ] as const) {
    test(`${seconds} seconds are shown as ${shown}`, () => {
      const time = clockTime(seconds);

      assert.equal(time, shown);
    });
  }

  for (const [ms, words] of [
    [20_000, 'under a minute'],
    [51_000, 'about 1 min'],
    [100_000, 'about 2 min'],
  ] as const) {
    test(`${ms} ms are ${words}`, () => {
      const length = lengthInWords(ms);

      assert.equal(length, words);
    });
  }
});

function everySecond(from: number, to: number, words: (second: number) => string): Cue[] {
  return Array.from({ length: to - from }, (_, index) => {
    const second = from + index;
    return { startMs: second * 1000, endMs: (second + 1) * 1000, text: words(second) };
  });
}
