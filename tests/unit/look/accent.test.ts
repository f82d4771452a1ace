import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { accentFor, isReadable, NEEDED_RATIO, nearestReadable, seenIn, softOf } from '../../../src/look/accent.ts';
import { contrast } from '../../../src/look/contrast.ts';
import { fromOklch, isInGamut, toOklch } from '../../../src/look/oklch.ts';
import { PALETTE, THEMES } from '../../../src/look/palette.ts';
import { hexOf, type Rgb } from '../../../src/look/rgb.ts';

/** Every 17th step of each channel: 4,096 colours over the whole of sRGB. */
const COLORS: Rgb[] = steps().flatMap((red) =>
  steps().flatMap((green) => steps().map((blue): Rgb => [red, green, blue])),
);

test('contrast is what WCAG says it is', () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [255, 255, 255]), 1);
  assert.equal(contrast([118, 118, 118], [255, 255, 255]).toFixed(2), '4.54');
});

test('the palette that accents are held against is that of the style sheet', () => {
  const css = readFileSync('src/styles/tokens.css', 'utf8');

  const written = Object.keys(PALETTE.light).map((token) => {
    const [, light, dark] = new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
    return [token, light, dark];
  });

  const known = Object.entries(PALETTE.light).map(([token, light]) => [
    token,
    hexOf(light),
    hexOf(PALETTE.dark[token as keyof typeof PALETTE.dark]),
  ]);
  assert.deepEqual(written, known);
});

test('the accent that Handrail brings along can be read on every surface, by day and at night', () => {
  for (const theme of THEMES) {
    const failing = seenIn(theme, PALETTE[theme].accent).filter(({ ratio }) => ratio < NEEDED_RATIO);

    assert.deepEqual(failing, [], theme);
  }
});

test('whatever colour is named, the one that is proposed can be read, and keeps the hue', () => {
  for (const theme of THEMES) {
    for (const color of COLORS.filter((_, index) => index % 5 === 0)) {
      const proposed = nearestReadable(theme, color);

      assert.ok(isReadable(theme, proposed), `${theme}: ${hexOf(color)} -> ${hexOf(proposed)}`);
      assert.ok(
        hueApart(color, proposed) < 1,
        `${theme}: ${hexOf(color)} -> ${hexOf(proposed)}, ${hueApart(color, proposed)}`,
      );
    }
  }
});

test('no colour of the same hue that is nearer in lightness can be read', () => {
  for (const theme of THEMES) {
    for (const color of COLORS.filter((_, index) => index % 23 === 0)) {
      const own = toOklch(color);
      const moved = Math.abs(toOklch(nearestReadable(theme, color)).lightness - own.lightness);

      // Rounding to 256 steps a channel moves lightness too, by up to three thousandths.
      for (let step = 1; step / 1000 < moved - 0.003; step++) {
        for (const lightness of [own.lightness - step / 1000, own.lightness + step / 1000]) {
          const nearer = fromOklch({ ...own, lightness: Math.min(1, Math.max(0, lightness)) });

          assert.ok(!isReadable(theme, nearer), `${theme}: ${hexOf(color)} -> ${hexOf(nearer)}`);
        }
      }
    }
  }
});

test('a colour that can be read is left as it is', () => {
  for (const theme of THEMES) {
    for (const color of COLORS.filter((one) => isReadable(theme, one))) {
      assert.equal(nearestReadable(theme, color), color);
    }
  }
});

test('chroma is given up only where a screen cannot show it', () => {
  const vivid = { lightness: 0.8, chroma: 0.3, hue: 25 };

  const shown = toOklch(fromOklch(vivid));

  assert.ok(!isInGamut(vivid));
  assert.ok(!isInGamut({ ...vivid, chroma: shown.chroma + 0.005 }));
  assert.ok(Math.abs(shown.lightness - vivid.lightness) < 0.003);
});

test('a colour survives the way to OKLCH and back', () => {
  for (const color of COLORS) assert.deepEqual(fromOklch(toOklch(color)), color);
});

test('the accent at night is made from the one by day, and can be read', () => {
  for (const color of COLORS) {
    const made = accentFor('dark', color);

    assert.ok(isReadable('dark', made), hexOf(color));
  }
});

test('from the accent that Handrail brings along follow the shades that it brings along', () => {
  for (const theme of THEMES) {
    const shade = softOf(theme, PALETTE[theme].accent);

    const apart = shade.map((channel, index) => Math.abs(channel - (PALETTE[theme]['accent-soft'][index] ?? 0)));
    assert.ok(Math.max(...apart) <= 4, `${theme}: ${hexOf(shade)}`);
  }
});

/** Degrees between two hues, weighed down where there is hardly any colour to have one. */
function hueApart(one: Rgb, other: Rgb): number {
  const [a, b] = [toOklch(one), toOklch(other)];
  const degrees = Math.abs(((a.hue - b.hue + 540) % 360) - 180);
  return degrees * Math.min(1, 4 * Math.min(a.chroma, b.chroma));
}

function steps(): number[] {
  return Array.from({ length: 16 }, (_, step) => step * 17);
}
