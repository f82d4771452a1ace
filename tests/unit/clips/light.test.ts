import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lightAt, lightCycleMs } from '../../../src/clips/light.ts';

test('a light that is off or steady never changes', () => {
  const lights = [0, 900, 5000].flatMap((ms) => [lightAt({ light: 'off' }, ms), lightAt({ light: 'white' }, ms)]);

  assert.deepEqual(new Set(lights.map(({ brightness }) => brightness)), new Set([0, 1]));
  assert.equal(lightCycleMs({ light: 'white' }), 0);
});

test('a breathing light grows brighter for two seconds and darker for two', () => {
  const [dark, between, bright, again] = [0, 1000, 2000, 4000].map(
    (ms) => lightAt({ light: 'breathing' }, ms).brightness,
  );

  assert.ok(dark !== undefined && between !== undefined && bright !== undefined);
  assert.ok(dark < between && between < bright);
  assert.equal(bright, 1);
  assert.equal(again, dark);
});

test('a light blinks as often as it is told to before each pause', () => {
  const front = { light: 'amber', blinks: 5 } as const;
  const times = Array.from({ length: lightCycleMs(front) / 40 }, (_, index) => index * 40);

  const lit = times.map((ms) => lightAt(front, ms).brightness);

  const turnedOn = lit.filter((brightness, index) => brightness === 1 && lit[index - 1] === 0);
  assert.equal(turnedOn.length, 5);
});

test('no light flashes more than three times in a second', () => {
  const front = { light: 'amber', blinks: 5 } as const;
  const times = Array.from({ length: 1000 }, (_, index) => index * 10);

  const turnsOn = times.filter((ms) => lightAt(front, ms + 10).brightness === 1 && lightAt(front, ms).brightness === 0);

  const closest = Math.min(...turnsOn.slice(1).map((ms, index) => ms - (turnsOn[index] ?? 0)));
  assert.ok(closest >= 334, `${closest} ms lie between two flashes`);
});
