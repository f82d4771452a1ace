import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iconOf } from '../../../src/look/icon.ts';
import { lookInWords } from '../../../src/look/look-in-words.ts';
import { lookCss } from '../../../src/look/look-css.ts';

test('a site without a look of its own adds nothing to its pages', () => {
  assert.equal(lookCss({}), '');
});

test('an accent of a site reaches its pages in under 200 bytes, with what follows from it', () => {
  const css = lookCss({ accent: { light: '#9b1c5a', dark: '#f2a0c8' } });

  assert.match(
    css,
    /^@layer tokens\{:root\{--accent:light-dark\(#9b1c5a,#f2a0c8\);--accent-soft:light-dark\(#f\w{5},#\w{6}\)\}\}$/,
  );
  assert.ok(css.length < 200);
});

test('a site that names one colour gets another at night', () => {
  const css = lookCss({ accent: { light: '#9b1c5a' } });

  const [, night] = /--accent:light-dark\(#9b1c5a,(#\w{6})\)/.exec(css) ?? [];
  assert.notEqual(night, undefined);
  assert.notEqual(night, '#9b1c5a');
});

test('which colour was made is said, and how to name another', () => {
  const said = lookInWords({ accent: { light: '#9b1c5a' } });

  assert.match(
    said ?? '',
    /^The accent of the dark theme is "#\w{6}", made from "#9b1c5a"; for another write accent: \{ light: "#9b1c5a", dark: "…" \}\.$/,
  );
  assert.equal(lookInWords({ accent: { light: '#9b1c5a', dark: '#f2a0c8' } }), undefined);
});

test('the sign in the tab takes the accent, by day and at night', () => {
  const icon = iconOf({ accent: { light: '#9b1c5a', dark: '#f2a0c8' } });

  assert.match(icon, /fill:#9b1c5a.*dark.*fill:#f2a0c8/);
});
