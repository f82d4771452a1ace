import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inHead, logoSources } from '../../../src/look/logo-in-head.ts';
import type { LookPicture, PictureFile } from '../../../src/schema/picture.ts';

test('a logo of pixels is offered as small as it is shown, by night another', () => {
  const { sources, img } = logoSources({ light: ofPixels(2800, 400), dark: ofPixels(2800, 400) });

  assert.deepEqual(
    sources.map(({ type, media }) => [type, media]),
    [
      ['image/avif', 'screen and (prefers-color-scheme: dark)'],
      ['image/webp', 'screen and (prefers-color-scheme: dark)'],
      ['image/avif', undefined],
    ],
  );
  assert.deepEqual([img.width, img.height], [224, 32]);
  assert.deepEqual(widthsIn(img.srcset), [784]);
});

test('a logo keeps its shape, within the height of the head and the room beside the search', () => {
  const shown = [ofPixels(400, 400), ofPixels(1000, 50), drawn(4, 2)].map(inHead);

  assert.deepEqual(
    shown.map(({ width, height }) => [width, height]),
    [
      [32, 32],
      [224, 11],
      [64, 32],
    ],
  );
});

test('a drawn logo is shown as it is', () => {
  const { sources, img } = logoSources({ light: drawn(120, 32) });

  assert.deepEqual(sources, []);
  assert.match(img.src, /^\/_astro\/logo\.[0-9a-f]{10}\.svg$/);
});

test('elsewhere the logo is shown in its largest copy, as WebP', () => {
  const { img } = logoSources({ light: ofPixels(2800, 400) });

  assert.match(img.src, /^\/_astro\/logo\.[0-9a-f]{10}-784\.webp$/);
});

test('the room of a logo is that of the style sheet', async () => {
  const styles = await readFile('src/components/Brand.astro', 'utf8');

  const [, rule = ''] = /\.logo \{([^}]*)\}/.exec(styles) ?? [];
  const [wide, high] = [inHead(drawn(1000, 1)).width, inHead(drawn(1, 1000)).height];
  assert.match(rule, new RegExp(`\\bblock-size: ${high / 16}rem;`));
  assert.match(rule, new RegExp(`max-inline-size: min\\(100%, ${wide / 16}rem\\);`));
});

function ofPixels(width: number, height: number): LookPicture {
  return asLogo({ name: 'logo.png', hash: 'aaaa', kind: 'pixels', width, height, pixelWidth: width });
}

function drawn(width: number, height: number): LookPicture {
  return asLogo({ name: 'logo.svg', hash: 'bbbb', kind: 'drawn', width, height });
}

function asLogo(file: PictureFile): LookPicture {
  return { folder: 'content', file };
}

function widthsIn(srcset = ''): number[] {
  return [...srcset.matchAll(/ (\d+)w/g)].map(([, width]) => Number(width));
}
