import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mdxToHast } from 'satteri';
import type { Tree } from '../../../src/articles/tree.ts';
import { bindPictures } from '../../../src/pictures/bind-pictures.ts';
import { showPictures } from '../../../src/pictures/show-pictures.ts';
import type { Picture, PictureFile } from '../../../src/schema/picture.ts';

const LIGHT: PictureFile = {
  name: 'articles/menu.png',
  hash: 'aaaa',
  kind: 'pixels',
  width: 1500,
  height: 1000,
  pixelWidth: 1500,
};
const DARK: PictureFile = { ...LIGHT, name: 'articles/menu.dark.png', hash: 'bbbb' };
const DRAWN: PictureFile = { name: 'articles/menu.svg', hash: 'cccc', kind: 'drawn', width: 320, height: 180 };

test('a picture comes as AVIF and WebP, in one width for plain screens and one for finer ones', () => {
  const html = shown('![The menu](./menu.png)', [{ written: './menu.png', light: LIGHT }]);

  assert.equal(
    html,
    '<div class="picture"><picture>' +
      '<source srcset="/_astro/menu.#-640.avif 640w, /_astro/menu.#-1280.avif 1280w" ' +
      'sizes="(min-width: calc(640px + 2rem)) 640px, calc(100vw - 2rem)" type="image/avif" width="1500" height="1000">' +
      '<img src="/_astro/menu.#-640.webp" srcset="/_astro/menu.#-640.webp 640w, /_astro/menu.#-1280.webp 1280w" ' +
      'sizes="(min-width: calc(640px + 2rem)) 640px, calc(100vw - 2rem)" width="1500" height="1000" alt="The menu" ' +
      'decoding="async"></picture></div>',
  );
});

test('a small picture has one width, its own', () => {
  const html = shown('![The menu](./menu.png)', [
    { written: './menu.png', light: { ...LIGHT, pixelWidth: 300, width: 150 } },
  ]);

  assert.match(html, /<img src="\S+" srcset="\/_astro\/menu\.#-300\.webp 300w" sizes="\(min-width: calc\(150px/);
});

test('the dark theme has the picture for it, but not on paper', () => {
  const html = shown('![The menu](./menu.png)', [{ written: './menu.png', light: LIGHT, dark: DARK }]);

  const sources = html.match(/<source [^>]+>/g) ?? [];
  assert.deepEqual(
    sources.map((source) => [
      /menu(\.dark)?/.exec(source)?.[0],
      /type="(\S+)"/.exec(source)?.[1],
      /media="([^"]+)"/.exec(source)?.[1],
    ]),
    [
      ['menu.dark', 'image/avif', 'screen and (prefers-color-scheme: dark)'],
      ['menu.dark', 'image/webp', 'screen and (prefers-color-scheme: dark)'],
      ['menu', 'image/avif', undefined],
    ],
  );
});

test('a drawing is served as it is', () => {
  const html = shown('![The menu](./menu.svg "Top left")', [{ written: './menu.svg', light: DRAWN }]);

  assert.equal(
    html,
    '<figure class="picture"><img src="/_astro/menu.#.svg" width="320" height="180" alt="The menu" decoding="async">' +
      '<figcaption>Top left</figcaption></figure>',
  );
});

test('a picture within a line stays there', () => {
  const html = shown('Press ![History](./menu.svg) now.', [{ written: './menu.svg', light: DRAWN }]);

  assert.match(html, /^<p>Press <img [^>]+> now\.<\/p>$/);
});

test('only a picture near the top is fetched before a reader comes near', () => {
  const drawn: Picture[] = [{ written: './menu.svg', light: DRAWN }];
  const lazy = (body: string) =>
    (shown(body, drawn).match(/<img [^>]+>/g) ?? []).map((img) => img.includes('loading="lazy"'));

  assert.deepEqual(lazy('Short.\n\n![One](./menu.svg)\n\n![Two](./menu.svg)'), [false, true]);
  assert.deepEqual(lazy(`${'Long. '.repeat(100)}\n\n![One](./menu.svg)`), [true]);
  assert.deepEqual(lazy('<Video id="a" />\n\n![One](./menu.svg)'), [true]);
  assert.deepEqual(lazy('<Option answer="Yes">\n\n![One](./menu.svg)\n\n</Option>'), [true]);
});

test('decoration has an empty text, so that it is passed over when the page is read out', () => {
  const written = 'decoration:./menu.svg';
  const html = shown(`![](${written})`, [{ written, light: DRAWN }]);

  assert.match(html, / alt="" /);
});

/** As HTML, with "#" for the hashes in names. */
function shown(body: string, pictures: readonly Picture[]): string {
  const tree = showPictures(bindPictures(mdxToHast(body) as Tree, pictures), pictures);
  return htmlOf(tree)
    .replaceAll(/\.[0-9a-f]{10}([.-])/g, '.#$1')
    .trim();
}

function htmlOf(node: unknown): string {
  const {
    type,
    value,
    tagName,
    properties = {},
    children = [],
  } = node as {
    type: string;
    value?: string;
    tagName?: string;
    properties?: Record<string, string | number | string[]>;
    children?: unknown[];
  };
  if (type === 'text') return value ?? '';
  const inside = children.map(htmlOf).join('');
  if (tagName === undefined) return inside;
  const names: Record<string, string> = { srcSet: 'srcset', className: 'class' };
  const attributes = Object.entries(properties).map(
    ([name, written]) => ` ${names[name] ?? name}="${[written].flat().join(' ')}"`,
  );
  const isVoid = ['img', 'source'].includes(tagName);
  return `<${tagName}${attributes.join('')}>${isVoid ? '' : `${inside}</${tagName}>`}`;
}
