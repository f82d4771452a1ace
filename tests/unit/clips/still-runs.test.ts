import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stillRuns } from '../../../src/clips/still-runs.ts';
import { timeline } from '../../../src/clips/timeline.ts';
import { storyboardOf } from './storyboard-fixture.ts';

test('a scene in which nothing moves needs one picture', () => {
  const runs = runsOf('  - { screen: title, seconds: 4 }');

  assert.deepEqual(runs, [{ frame: { scene: 0 }, frames: 100 }]);
});

test('only while the pointer is on its way each frame needs a picture', () => {
  const runs = runsOf('  - { screen: files, point: Bin, seconds: 4 }');

  const lengths = runs.map(({ frames }) => frames);
  assert.deepEqual(lengths, [16, ...Array.from({ length: 22 }, () => 1), 62]);
});

test('the runs are together as long as the clip', () => {
  const scenes = '  - { screen: files, click: Bin }\n  - { screen: moving }\n  - { screen: title, say: The end. }';

  const runs = runsOf(scenes);

  const frames = runs.reduce((sum, run) => sum + run.frames, 0);
  assert.equal(frames * 40, timeline(storyboardOf(scenes)).at(-1)?.endMs);
});

function runsOf(scenes: string) {
  const storyboard = storyboardOf(scenes);
  return stillRuns(storyboard, timeline(storyboard));
}
