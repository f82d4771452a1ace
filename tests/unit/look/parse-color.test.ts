import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseColor } from '../../../src/look/parse-color.ts';
import { hexOf } from '../../../src/look/rgb.ts';

const READ: Readonly<Record<string, string>> = {
  '#0a5a68': '#0a5a68',
  '#0A5A68': '#0a5a68',
  '#fff': '#ffffff',
  'rgb(10 90 104)': '#0a5a68',
  'rgb(10, 90, 104)': '#0a5a68',
  'rgb(0% 50% 100%)': '#0080ff',
  'hsl(0 100% 50%)': '#ff0000',
  'hsl(120deg, 100%, 25%)': '#008000',
  'hsl(-120 100 50)': '#0000ff',
  // As Chromium reads them: https://www.w3.org/TR/css-color-4/#ok-lab
  'oklch(0.628 0.2577 29.23)': '#ff0000',
  'oklch(62.8% 0.2577 29.23deg)': '#ff0000',
  'oklch(1 0 0)': '#ffffff',
  'oklch(0 0 0)': '#000000',
};

const NOT_READ = ['', 'teal', '#12', '#12345', '#0a5a6880', 'rgb(1 2)', 'rgb(1 2 3 / 50%)', 'rgba(1, 2, 3, 0.5)'];
const NOT_READ_EITHER = ['rgb(-1 2 3)', 'hsl(0 100% 50%', 'oklch(a b c)', 'color-mix(in oklab, red, blue)', 'var(--x)'];

test('a colour is read in every form that the manual names', () => {
  for (const [written, hex] of Object.entries(READ)) {
    const color = parseColor(written);

    assert.equal(color && hexOf(color), hex, written);
  }
});

test('names, see-through colours and what is no colour are not read', () => {
  for (const written of [...NOT_READ, ...NOT_READ_EITHER]) {
    const color = parseColor(written);

    assert.equal(color, undefined, written);
  }
});
