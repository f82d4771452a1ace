import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contrast } from '../../../src/look/contrast.ts';
import { SURFACES, THEMES } from '../../../src/look/palette.ts';
import { fromHex, type Rgb } from '../../../src/look/rgb.ts';

const sheet = readFileSync('src/styles/tokens.css', 'utf8');
const usual = tokensIn(sheet);
const moreContrast = { ...usual, ...tokensIn(sheet.slice(sheet.indexOf('prefers-contrast: more'))) };

test('text, small print and words of a state can be read on every surface (WCAG 2.2, 1.4.3)', () => {
  for (const tokens of [usual, moreContrast]) {
    assert.deepEqual(tooFaint(tokens, ['ink', 'muted', 'bad', 'warn', 'good'], 4.5), []);
  }
});

test('edges of fields and boxes can be seen on every surface that they stand on (WCAG 2.2, 1.4.11)', () => {
  for (const tokens of [usual, moreContrast]) assert.deepEqual(tooFaint(tokens, ['line-strong'], 3), []);
});

test('whoever asks for more contrast can see lines too, and small print as well as text (WCAG 2.2, 1.4.6)', () => {
  assert.deepEqual(tooFaint(moreContrast, ['line'], 3), []);
  assert.deepEqual(tooFaint(moreContrast, ['muted'], 7), []);
});

type Tokens = Readonly<Record<string, readonly [light: Rgb, dark: Rgb]>>;

function tooFaint(tokens: Tokens, names: readonly string[], needed: number): string[] {
  return THEMES.flatMap((theme, at) =>
    names.flatMap((name) =>
      SURFACES.flatMap((surface) => {
        const [above, below] = [tokens[name]?.[at], tokens[surface]?.[at]];
        assert.ok(above && below, `${name} on ${surface}`);
        const ratio = contrast(above, below);
        return ratio < needed ? [`${theme}: ${name} on ${surface} ${ratio.toFixed(2)}`] : [];
      }),
    ),
  );
}

/** The first of each name: what the sheet says before any wish of a reader. */
function tokensIn(text: string): Tokens {
  const found: Record<string, readonly [Rgb, Rgb]> = {};
  for (const [, name = '', day = '', night = ''] of text.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)) {
    const [light, dark] = [fromHex(day), fromHex(night)];
    if (light && dark) found[name] ??= [light, dark];
  }
  return found;
}
