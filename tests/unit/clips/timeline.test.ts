import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeline } from '../../../src/clips/timeline.ts';
import { storyboardOf } from './storyboard-fixture.ts';

test('a scene lasts until its caption is read at 15 characters a second', () => {
  const sentence = 'a'.repeat(75);

  const [shot] = timeline(storyboardOf(`  - { screen: title, say: ${sentence} }`));

  assert.deepEqual(shot, { startMs: 0, endMs: 5000 });
});

test('a scene that says nothing still lasts long enough to be seen', () => {
  const [shot] = timeline(storyboardOf('  - { screen: title }'));

  assert.deepEqual(shot, { startMs: 0, endMs: 2600 });
});

test('a scene lasts at least as many seconds as it asks for', () => {
  const [shot] = timeline(storyboardOf('  - { screen: title, say: Short, seconds: 7 }'));

  assert.equal(shot?.endMs, 7000);
});

test('scenes follow each other without a gap, in whole frames of 40 ms', () => {
  const shots = timeline(
    storyboardOf(
      '  - { screen: title, say: One sentence }\n  - { screen: title, seconds: 3.33 }\n  - { screen: title }',
    ),
  );

  assert.deepEqual(
    shots.map(({ startMs, endMs }) => [startMs, endMs]),
    [
      [0, 2600],
      [2600, 5960],
      [5960, 8560],
    ],
  );
});

test('a click comes last, so that its effect comes with the next sentence', () => {
  const [shot] = timeline(storyboardOf('  - { screen: files, click: Bin, seconds: 5 }'));

  assert.deepEqual(shot?.travel, { startMs: 640, endMs: 1520 });
  assert.deepEqual(shot?.ring, { startMs: 4520, endMs: 5000 });
});

test('a scene lasts until all is typed and can be read', () => {
  const [shot] = timeline(storyboardOf('  - { screen: files, type: { into: Find, text: twenty letters here. } }'));

  assert.deepEqual(shot?.typing, { startMs: 2480, endMs: 4880 });
  assert.equal(shot?.endMs, 5680);
});

test('a light that blinks is shown for one whole round', () => {
  const [shot] = timeline(storyboardOf('  - { screen: blinking }'));

  assert.equal(shot?.endMs, 3600);
});

test('only a change of the drawing fades, a change of window does not', () => {
  const shots = timeline(
    storyboardOf('  - { screen: title }\n  - { screen: files }\n  - { screen: files }\n  - { screen: moving }'),
  );

  assert.deepEqual(
    shots.map(({ fadesUntilMs }) => fadesUntilMs),
    [undefined, 2920, undefined, 8120],
  );
});
