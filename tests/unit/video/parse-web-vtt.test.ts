import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chaptersIn, parseWebVtt } from '../../../src/video/parse-web-vtt.ts';
import { writeWebVtt } from '../../../src/video/write-web-vtt.ts';

describe('what is read', () => {
  test('cues with hours or without, numbered or named, with settings, on several lines', () => {
    const { cues, mistakes } = parseWebVtt(
      vtt(
        '00:01.000 --> 00:02.500',
        'One.',
        '',
        '2',
        '01:00:03.000 --> 01:00:04.000 line:0 align:start',
        'Two',
        'lines.',
      ),
    );

    assert.deepEqual(mistakes, []);
    assert.deepEqual(cues, [
      { startMs: 1000, endMs: 2500, text: 'One.' },
      { startMs: 3_603_000, endMs: 3_604_000, text: 'Two\nlines.' },
    ]);
  });

  test('a note with "chapter:" starts a chapter with the cue after it; other notes, styles and regions say nothing', () => {
    const { cues, chapters, mistakes } = parseWebVtt(
      vtt(
        'NOTE made by us',
        '',
        'STYLE',
        '::cue { color: red }',
        '',
        'REGION',
        'id:x',
        '',
        'NOTE chapter: Before you start',
        '',
        '00:01.000 --> 00:02.000',
        'One.',
        '',
        'NOTE chapter:  Open it ',
        '',
        '00:03.000 --> 00:04.000',
        'Two.',
      ),
    );

    assert.deepEqual(mistakes, []);
    assert.equal(cues.length, 2);
    assert.deepEqual(chapters, [
      { startMs: 1000, title: 'Before you start' },
      { startMs: 3000, title: 'Open it' },
    ]);
  });

  test('a mark before the text, line ends of Windows and a title beside WEBVTT change nothing', () => {
    const { cues, mistakes } = parseWebVtt('\uFEFFWEBVTT - Restore\r\n\r\n00:01.000 --> 00:02.000\r\nOne.\r\n');

    assert.deepEqual([cues.length, mistakes], [1, []]);
  });

  test('cues may begin together and overlap', () => {
    const { mistakes } = parseWebVtt(
      vtt(
        '00:01.000 --> 00:05.000',
        'One.',
        '',
        '00:01.000 --> 00:02.000',
        'Two.',
        '',
        '00:04.000 --> 00:06.000',
        'Three.',
      ),
    );

    assert.deepEqual(mistakes, []);
  });

  test('a file of chapters has a title in each cue', () => {
    const chapters = chaptersIn(parseWebVtt(vtt('00:00.000 --> 00:09.000', 'Before', 'you start')));

    assert.deepEqual(chapters, [{ startMs: 0, title: 'Before you start' }]);
  });

  test('what is written for players reads back the same', () => {
    const { cues } = parseWebVtt(
      vtt('00:01.007 --> 01:00:02.500', '<v Ann>One &amp; two.', '', '01:59:59.999 --> 02:00:00.000', 'Two.'),
    );

    const again = parseWebVtt(writeWebVtt(cues));

    assert.deepEqual(again, { cues, chapters: [], mistakes: [] });
  });
});

describe('what players would drop or show wrongly is told with its line', () => {
  const example = '00:01.000 --> 00:04.500';
  const cases: readonly (readonly [what: string, text: string, line: number, problem: string, fix: string])[] = [
    [
      'no header',
      '00:01.000 --> 00:02.000\nOne.',
      1,
      'This is no WebVTT file: it does not begin with WEBVTT.',
      'Write WEBVTT into the first line and leave the second one empty.',
    ],
    [
      'an empty file',
      '',
      1,
      'This is no WebVTT file: it does not begin with WEBVTT.',
      'Write WEBVTT into the first line and leave the second one empty.',
    ],
    [
      'no cues',
      'WEBVTT\n\nNOTE later\n',
      1,
      'This file holds no cues.',
      `Write what is said, each sentence below its times: ${example}.`,
    ],
    [
      'a cue out of order',
      vtt('00:03.000 --> 00:04.000', 'One.', '', '00:01.000 --> 00:02.000', 'Two.'),
      6,
      'This cue starts before the one above it.',
      'Put the cues in the order of their start.',
    ],
    [
      'an end before the start',
      vtt('00:03.000 --> 00:02.000', 'One.'),
      3,
      'This cue ends before it begins.',
      'Put the earlier time first.',
    ],
    ['no end', vtt('00:03.000 -->', 'One.'), 3, 'This cue has no end.', `Write both times: ${example}.`],
    [
      'the comma of SubRip',
      vtt('1', '00:00:03,000 --> 00:00:04,000', 'One.'),
      4,
      '"00:00:03,000" is not a time.',
      'Write a point instead of the comma: 00:00:03.000.',
    ],
    ...['->', '—>', '→', '–', '--'].map(
      (arrow) =>
        [
          `"${arrow}" for an arrow`,
          vtt('1', `00:03.000 ${arrow} 00:04.000`, 'One.'),
          4,
          'Between these times stands no arrow of WebVTT.',
          `Write --> between them: ${example}.`,
        ] as const,
    ),
    [
      'a time that is none',
      vtt('00:03.000 --> 4s', 'One.'),
      3,
      '"4s" is not a time.',
      `Write minutes, seconds and thousandths: ${example}.`,
    ],
    [
      'a cue without words',
      vtt('00:03.000 --> 00:04.000'),
      3,
      'This cue says nothing.',
      'Write what is said below the times, or delete the cue.',
    ],
    [
      'an empty line within a cue',
      vtt('00:03.000 --> 00:04.000', 'One.', '', 'Two.'),
      6,
      'These lines belong to no cue.',
      `Leave no empty line within a cue, or add times: ${example}.`,
    ],
    [
      'two cues without an empty line between',
      vtt('00:03.000 --> 00:04.000', 'One.', '00:05.000 --> 00:06.000', 'Two.'),
      5,
      'A cue begins here while another is open.',
      'Leave an empty line before it.',
    ],
    [
      'a chapter without a cue',
      vtt('NOTE chapter: One', '', 'NOTE chapter: Two', '', '00:03.000 --> 00:04.000', 'One.'),
      3,
      'The chapter "One" holds no cue.',
      'Put the note before the first cue of its chapter, or delete it.',
    ],
    [
      'a chapter without a title',
      vtt('NOTE chapter:', '', '00:03.000 --> 00:04.000', 'One.'),
      3,
      'This chapter has no title.',
      'Write NOTE chapter: and the title.',
    ],
  ];

  for (const [what, text, line, problem, fix] of cases) {
    test(what, () => {
      const { mistakes } = parseWebVtt(text);

      assert.deepEqual(mistakes, [{ line, problem, fix }]);
    });
  }

  test('all of them in one run', () => {
    const { mistakes } = parseWebVtt(vtt('00:03.000 -->', 'One.', '', 'stray', '', '00:05.000 --> 00:04.000', 'Two.'));

    assert.deepEqual(
      mistakes.map(({ line }) => line),
      [3, 6, 8],
    );
  });
});

function vtt(...lines: string[]): string {
  return ['WEBVTT', '', ...lines, ''].join('\n');
}
