import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingPictures, standInFor } from '../../../src/offline/copies-of-pictures.ts';
import { copiesOf } from '../../../src/pictures/picture-copies.ts';

const menu = copiesOf({ name: 'a/menu.png', hash: 'a', kind: 'pixels', width: 1500, height: 900, pixelWidth: 1500 });
const sign = copiesOf({ name: 'a/sign.svg', hash: 'b', kind: 'drawn', width: 30, height: 30 });
const MENU = menu.map(({ name }) => `/_astro/${name}`);
const SIGN = sign.map(({ name }) => `/_astro/${name}`);

test('of each picture that the browser lacks, the smallest that every browser shows is kept', () => {
  const missing = missingPictures(['/_astro/Page.B1.css', ...MENU, ...SIGN], new Set(['/_astro/Page.B1.css']));

  assert.deepEqual(missing, [...MENU.filter((address) => address.endsWith('-640.webp')), ...SIGN]);
});

test('of a picture that the browser has in any size, nothing more is kept', () => {
  const kept = MENU.filter((address) => address.endsWith('-1280.avif'));

  const missing = missingPictures(MENU, new Set(kept));

  assert.deepEqual(missing, []);
});

test('another copy of a picture stands in for one that cannot be had, another picture never', () => {
  const [small = '', large = ''] = MENU;

  assert.equal(standInFor(large, ['/_astro/Page.B1.css', ...SIGN, small]), small);
  assert.equal(standInFor(large, ['/_astro/Page.B1.css', ...SIGN]), undefined);
});
