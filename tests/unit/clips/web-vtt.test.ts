import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readStoryboard } from '../../../src/clips/read-storyboard.ts';
import { webVtt } from '../../../src/clips/web-vtt.ts';
import { storyboardOf } from './storyboard-fixture.ts';

const FOLDER = 'content/videos/storyboards';
const MOST_CHARACTERS_PER_SECOND = 17;

test('captions are WebVTT with a cue a sentence and a note before each chapter', () => {
  const text = webVtt(
    storyboardOf(`  - { chapter: Find it, screen: title, say: Go to the file. }
  - { screen: files, point: Plan.odt }
  - { screen: files, say: Choose it., seconds: 15 }
  - { chapter: The end, screen: title, say: That is all. }`),
  );

  assert.equal(
    text,
    `WEBVTT

NOTE chapter: Find it

00:00:00.000 --> 00:00:02.520
Go to the file.

00:00:05.200 --> 00:00:20.120
Choose it.

NOTE chapter: The end

00:00:20.200 --> 00:00:22.720
That is all.
`,
  );
});

test('a chapter that begins in silence is noted before its first words', () => {
  const text = webVtt(storyboardOf('  - { chapter: Look, screen: title }\n  - { screen: title, say: See. }'));

  assert.match(text, /^WEBVTT\n\nNOTE chapter: Look\n\n00:00:02\.600 --> /);
});

test('times past a minute are written with it', () => {
  const scene = '  - { screen: title, say: Wait., seconds: 15 }\n';

  const text = webVtt(storyboardOf(scene.repeat(6)));

  assert.match(text, /00:01:15\.000 --> 00:01:29\.920/);
});

test('signs that mean something in WebVTT are written as text', () => {
  const text = webVtt(storyboardOf('  - { screen: title, say: "Type <name> & press --> twice" }'));

  assert.match(text, /\nType &lt;name&gt; &amp; press --&gt; twice\n/);
});

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
  const read = readStoryboard(readFileSync(`${FOLDER}/${file}`, 'utf8'), file);
  if (read.ok && read.storyboard.makes === 'poster') continue;
  const name = file.replace(/\.yaml$/, '');

  test(`the captions of ${name} are those of its storyboard, slow enough to read`, () => {
    assert.ok(read.ok);

    const text = webVtt(read.storyboard);

    assert.equal(readFileSync(`content/videos/${name}.en.vtt`, 'utf8'), text);
    for (const [start, end, words] of cuesOf(text)) {
      const speed = words.length / ((end - start) / 1000);
      assert.ok(speed <= MOST_CHARACTERS_PER_SECOND, `${speed.toFixed(1)} characters a second: ${words}`);
      assert.ok(
        words.split('\n').every((line) => line.length <= 48),
        words,
      );
    }
  });
}

function cuesOf(text: string): [number, number, string][] {
  const cues = text.split('\n\n').filter((part) => part.includes(' --> '));
  return cues.map((cue) => {
    const [times = '', ...lines] = cue.trim().split('\n');
    const [start = 0, end = 0] = times.split(' --> ').map(msOf);
    return [start, end, lines.join('\n')];
  });
}

function msOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
