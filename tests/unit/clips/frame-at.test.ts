import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameAt } from '../../../src/clips/frame-at.ts';
import { timeline } from '../../../src/clips/timeline.ts';
import { storyboardOf } from './storyboard-fixture.ts';

test('the pointer stays where it was until it goes to the next target', () => {
  const frames = framesOf(
    '  - { screen: files, click: Bin }\n  - { screen: files, point: Plan.odt }',
    [2640, 3680, 5000],
  );

  assert.deepEqual(
    frames.map(({ pointer }) => pointer),
    [
      { to: 0, share: 1 },
      { from: 0, to: 1, share: 0.5 },
      { to: 1, share: 1 },
    ],
  );
});

test('there is no pointer on a title', () => {
  const [frame] = framesOf('  - { screen: files, click: Bin }\n  - { screen: title }', [4000]);

  assert.deepEqual(frame, { scene: 1 });
});

test('a finger is on the Mini only while it does something', () => {
  const [before, during, after] = framesOf(
    '  - { screen: blinking, hold: { what: Power button, seconds: 15 } }\n  - { screen: blinking }',
    [0, 3000, 6000],
  );

  assert.equal(before?.pointer, undefined);
  assert.deepEqual(during?.pointer, { to: 0, share: 1 });
  assert.equal(after?.pointer, undefined);
});

test('letters appear one after the other', () => {
  const frames = framesOf('  - { screen: files, type: { into: Find, text: plan } }', [2400, 2600, 2720, 3700]);

  assert.deepEqual(
    frames.map(({ typed }) => typed),
    ['', 'p', 'pl', 'plan'],
  );
});

test('the light is counted as it blinks', () => {
  const frames = framesOf('  - { screen: blinking }', [0, 640, 1040, 1440, 2240, 3400]);

  assert.deepEqual(
    frames.map(({ light }) => light),
    [
      { brightness: 0, blinked: 0 },
      { brightness: 1, blinked: 1 },
      { brightness: 0, blinked: 1 },
      { brightness: 1, blinked: 2 },
      { brightness: 1, blinked: 3 },
      { brightness: 0, blinked: 3 },
    ],
  );
});

test('a bar is full before its scene ends', () => {
  const frames = framesOf('  - { screen: moving, seconds: 4.8 }', [0, 2000, 4000, 4760]);

  assert.deepEqual(
    frames.map(({ bar }) => bar),
    [0, 0.5, 1, 1],
  );
});

test('a scene comes up over the one before', () => {
  const frames = framesOf('  - { screen: title }\n  - { screen: files }', [2600, 2760, 2920]);

  assert.deepEqual(
    frames.map(({ faded }) => faded),
    [0, 0.5, undefined],
  );
});

function framesOf(scenes: string, times: readonly number[]) {
  const storyboard = storyboardOf(scenes);
  const shots = timeline(storyboard);
  return times.map((ms) => frameAt(storyboard, shots, ms));
}
