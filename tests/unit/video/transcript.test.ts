import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cue } from '../../../src/schema/video.ts';
import { wordsIn } from '../../../src/video/cue-text.ts';
import { transcriptOf, type Transcript } from '../../../src/video/transcript.ts';

test('cues stand in paragraphs, each with the anchor of its second', () => {
  const transcript = transcriptOf('restore', [cue(0, 4, 'One.'), cue(83.2, 85, 'Two.')], []);

  assert.deepEqual(transcript, [
    {
      startMs: 0,
      paragraphs: [
        { cues: [{ id: 'v-restore-0', startMs: 0, endMs: 4000, text: 'One.' }] },
        { cues: [{ id: 'v-restore-83', startMs: 83_200, endMs: 85_000, text: 'Two.' }] },
      ],
    },
  ]);
});

test('of two cues in one second the first has the anchor, so that no anchor stands twice', () => {
  const transcript = transcriptOf('restore', [cue(1.1, 1.4, 'One'), cue(1.5, 3, 'two.')], []);

  assert.deepEqual(
    transcript[0]?.paragraphs[0]?.cues.map(({ id }) => id),
    ['v-restore-1', undefined],
  );
});

test('chapters part the transcript; what comes before the first one has no title', () => {
  const cues = [cue(0, 2, 'Hello.'), cue(3, 4, 'One.'), cue(5, 6, 'Two.'), cue(9, 10, 'Three.')];
  const chapters = [
    { startMs: 3000, title: 'First' },
    { startMs: 9000, title: 'Second' },
  ];

  const transcript = transcriptOf('restore', cues, chapters);

  assert.deepEqual(
    transcript.map(({ title, startMs, paragraphs }) => [title, startMs, texts(paragraphs)]),
    [
      [undefined, 0, [['Hello.']]],
      ['First', 3000, [['One.', 'Two.']]],
      ['Second', 9000, [['Three.']]],
    ],
  );
});

test('a pause, another voice and a long paragraph that ends a sentence begin a new one', () => {
  const long = `${'Long words '.repeat(40)}end.`;
  const cues = [
    cue(0, 1, '<v Ann>One.'),
    cue(1, 2, '<v Ben>Two.'),
    cue(2, 3, '<v Ben>Three.'),
    cue(9, 10, '<v Ben>Four.'),
    cue(10, 11, `<v Ben>${long}`),
    cue(11, 12, '<v Ben>Six.'),
  ];

  const paragraphs = transcriptOf('restore', cues, [])[0]?.paragraphs ?? [];

  assert.deepEqual(
    paragraphs.map(({ voice }) => voice),
    ['Ann', 'Ben', 'Ben', 'Ben'],
  );
  assert.deepEqual(texts(paragraphs), [['One.'], ['Two.', 'Three.'], ['Four.', long], ['Six.']]);
});

test('two voices in one cue are two paragraphs with one anchor between them', () => {
  const paragraphs =
    transcriptOf('restore', [cue(1, 3, '<v Ann>Ready?</v> <v.loud Ben>Yes.')], [])[0]?.paragraphs ?? [];

  assert.deepEqual(
    paragraphs.map(({ voice, cues }) => [voice, cues[0]?.text, cues[0]?.id]),
    [
      ['Ann', 'Ready?', 'v-restore-1'],
      ['Ben', 'Yes.', undefined],
    ],
  );
});

test('dots that lead from one cue to the next are not read twice', () => {
  const paragraphs = transcriptOf('restore', [cue(1, 2, 'Right-click it …'), cue(2, 3, '… and wait …')], [])[0]
    ?.paragraphs;

  assert.deepEqual(texts(paragraphs ?? []), [['Right-click it', 'and wait …']]);
});

test('a cue without words leaves no trace', () => {
  const transcript = transcriptOf('restore', [cue(1, 2, '<i></i>')], []);

  assert.deepEqual(transcript, []);
});

for (const [written, words] of [
  ['Open <i>Files</i>, then <b.big>go</b>.', 'Open Files, then go.'],
  ['One\ntwo  three', 'One two three'],
  ['<00:01.000>One <c.yellow>two</c>', 'One two'],
  ['if a &lt; b &amp;&amp; c &gt; d', 'if a < b && c > d'],
  ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['<lang en-GB>Colour</lang> &nbsp; here', 'Colour here'],
] as const) {
  test(`"${written}" reads as "${words}"`, () => {
    const read = wordsIn(written);

    assert.equal(read, words);
  });
}

function cue(start: number, end: number, text: string): Cue {
  return { startMs: start * 1000, endMs: end * 1000, text };
}

function texts(paragraphs: Transcript[number]['paragraphs']): string[][] {
  return paragraphs.map(({ cues }) => cues.map(({ text }) => text));
}
