import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import sharp from 'sharp';
import { drawPreview, INK, PAPER } from '../../../../src/discovery/preview/draw-preview.ts';
import { keptPreview } from '../../../../src/discovery/preview/kept-preview.ts';
import { previewName, type Preview } from '../../../../src/discovery/preview/preview.ts';
import { scaledLogo } from '../../../../src/look/scaled-logo.ts';
import { hashOf } from '../../../../src/pictures/measure-picture.ts';
import type { LookPicture } from '../../../../src/schema/picture.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const ACCENT = [10, 90, 104] as const;
const MOST_BYTES = 60_000;
/** Four times as wide as high: 256 × 64 on a preview. Red, then blue. */
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">' +
  '<rect width="20" height="10" fill="red"/><rect x="20" width="20" height="10" fill="blue"/></svg>';

const INVERTED = LOGO.replace('red', 'green').replace('blue', 'red').replace('green', 'blue');
const RED = [255, 0, 0];
const BLUE = [0, 0, 255];

test('the picture has the size that previews are shown in, few bytes, and the accent at its foot', async () => {
  const picture = await drawPreview(preview());

  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [1200, 630]);
  assert.ok(picture.length < MOST_BYTES, `${picture.length} bytes`);
  assert.deepEqual([...data.subarray(0, 3)], [...PAPER]);
  assert.deepEqual([...data.subarray(-3)], [...ACCENT]);
});

test('long titles, long words and other scripts stay within the margins', async () => {
  const titles = [
    'The computer does not start, or it starts and then switches itself off again after some seconds, with no light on it.',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'Восстановить прежнюю копию файла, если он был перезаписан или удалён',
    'Ανάκτηση προηγούμενου αντιγράφου <b>αρχείου</b> & άλλα',
  ];

  for (const title of titles) {
    const ink = await inkIn(await drawPreview(preview({ title })));

    assert.ok(ink.right > ink.left && ink.bottom > 130, `${title}: nothing is drawn`);
    assert.ok(ink.left >= 70 && ink.right <= 1200 - 70, `${title}: ${ink.left} to ${ink.right}`);
    assert.ok(ink.bottom < 500, `${title}: down to ${ink.bottom}`);
  }
});

test('from right to left, lines begin at the right', async () => {
  const ink = await inkIn(await drawPreview(preview({ title: 'استعادة', isRightToLeft: true })));

  assert.ok(ink.right > 1000 && ink.left > 600, `${ink.left} to ${ink.right}`);
});

test('another title, line, name, logo or colour has another address', () => {
  const names = [
    preview(),
    preview({ title: 'Other' }),
    preview({ line: 'Other' }),
    preview({ site: 'Other' }),
    preview({ accent: [1, 2, 3] }),
    preview({ isRightToLeft: true }),
    preview({ logo: logoFile('aaaa') }),
    preview({ logo: logoFile('bbbb') }),
  ].map(previewName);

  assert.equal(new Set(names).size, names.length);
});

for (const [kind, logo] of [
  ['drawn', Buffer.from(LOGO)],
  ['pixels', await sharp(Buffer.from(LOGO)).resize(512).png().toBuffer()],
] as const) {
  test(`a logo of its own stands there in its colours (${kind})`, async () => {
    const picture = await drawPreview(preview(), await scaledLogo(logo, kind));

    assert.deepEqual(await colorsAt(picture, [90, 90], [300, 90], [390, 110]), [RED, BLUE, [...PAPER]]);
    assert.ok(picture.length < MOST_BYTES, `${picture.length} bytes`);
  });
}

test('where there is a logo, neither the star nor the name of the site is drawn', async () => {
  const empty = Buffer.from(LOGO.replace('fill="red"', 'fill="none"'));
  const logo = await scaledLogo(empty, 'drawn');

  const picture = await drawPreview(preview(), logo);

  assert.ok(picture.equals(await drawPreview(preview({ site: 'Other' }), logo)));
  // The star would stand in the left half of the logo, through which one sees.
  assert.deepEqual(await colorsAt(picture, [102, 94], [300, 94]), [[...PAPER], BLUE]);
  assert.deepEqual(await colorsAt(await drawPreview(preview()), [102, 94]), [[...ACCENT]]);
});

test('a logo of few pixels is not blurred by making it larger', async () => {
  const small = await sharp(Buffer.from(LOGO)).png().toBuffer();

  const picture = await drawPreview(preview(), await scaledLogo(small, 'pixels'));

  assert.deepEqual(await colorsAt(picture, [99, 94], [100, 94], [121, 94]), [[255, 0, 0], [0, 0, 255], [...PAPER]]);
});

test('a logo that counts in very many units is drawn as any other', async () => {
  const large = LOGO.replace('viewBox="0 0 40 10"', 'viewBox="0 0 40000 10000"');

  const { width, height } = await sharp(await scaledLogo(Buffer.from(large), 'drawn')).metadata();

  assert.deepEqual([width, height], [256, 64]);
});

test('from right to left the logo begins at the right', async () => {
  const logo = await scaledLogo(Buffer.from(LOGO), 'drawn');

  const picture = await drawPreview(preview({ isRightToLeft: true }), logo);

  assert.deepEqual(await colorsAt(picture, [1110, 90], [900, 90], [90, 90]), [[0, 0, 255], [255, 0, 0], [...PAPER]]);
});

for (const folder of ['public', 'content'] as const) {
  test(`a logo in the folder "${folder}" is read there, and made smaller once for all previews`, async (t) => {
    const folders = await withLogoFile(t, LOGO, folder);
    const logo = logoFile(hashOf(Buffer.from(LOGO)), folder);
    const first = await keptPreview(preview({ logo }), folders);
    const [scaled = ''] = (await readdir(folders.kept)).filter((name) => name.startsWith('logo-'));
    await writeFile(join(folders.kept, scaled), await scaledLogo(Buffer.from(INVERTED), 'drawn'));

    const second = await keptPreview(preview({ logo, title: 'Other' }), folders);

    assert.deepEqual([...(await colorsAt(first, [90, 90])), ...(await colorsAt(second, [90, 90]))], [RED, BLUE]);
  });
}

test('a logo that was saved anew since it was measured is shown, and not kept under the name of the old one', async (t) => {
  const folders = await withLogoFile(t, INVERTED);
  const asMeasured = preview({ logo: logoFile(hashOf(Buffer.from(LOGO))) });

  const shown = await keptPreview(asMeasured, folders);

  assert.deepEqual(await colorsAt(shown, [90, 90]), [BLUE]);
  assert.ok(!(await readdir(folders.kept)).includes(`${previewName(asMeasured)}.png`));
});

test('a picture that was drawn once is kept, and drawn no second time', async () => {
  const kept = await mkdtemp(join(tmpdir(), 'handrail-previews-'));
  const folders = { content: 'content', public: 'public', kept };
  const path = join(kept, `${previewName(preview())}.png`);
  const drawn = await keptPreview(preview(), folders);
  assert.deepEqual(await readFile(path), drawn);
  await writeFile(path, 'kept');

  const again = await keptPreview(preview(), folders);

  assert.equal(again.toString(), 'kept');
  assert.deepEqual(await readdir(kept), [`${previewName(preview())}.png`]);
  await rm(kept, { recursive: true });
});

test('paper and ink are those of the pages by day', async () => {
  const tokens = await readFile('src/styles/tokens.css', 'utf8');

  for (const [name, colour] of [['paper', PAPER] as const, ['ink', INK] as const]) {
    const hex = `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    assert.match(tokens, new RegExp(`--${name}: light-dark\\(${hex},`));
  }
});

function preview(changes: Partial<Preview> = {}): Preview {
  return {
    title: 'Get back an earlier copy of a file',
    line: 'Northlight Sync · Sync 5',
    site: 'Northlight Help',
    accent: ACCENT,
    isRightToLeft: false,
    ...changes,
  };
}

/** The folders of a look with `logo.svg` in one of them, and one to keep previews in. */
async function withLogoFile(t: TestContext, logo: string, at: LookPicture['folder'] = 'public') {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'logo.svg'), logo);
  return { content: 'content', public: 'public', [at]: folder, kept: join(folder, 'kept') };
}

function logoFile(hash: string, folder: LookPicture['folder'] = 'public'): LookPicture {
  return { folder, file: { name: 'logo.svg', hash, kind: 'drawn', width: 40, height: 10 } };
}

async function colorsAt(picture: Buffer, ...places: [x: number, y: number][]): Promise<number[][]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return places.map(([x, y]) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]);
}

/** Where the title stands: everything that is not paper, between the name of the site and the line below. */
async function inkIn(picture: Buffer): Promise<{ left: number; right: number; bottom: number }> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  let [left, right, bottom] = [info.width, 0, 0];
  for (let y = 130; y < 505; y++) {
    for (let x = 0; x < info.width; x++) {
      if ((data[(y * info.width + x) * info.channels] ?? 255) > 200) continue;
      [left, right, bottom] = [Math.min(left, x), Math.max(right, x), Math.max(bottom, y)];
    }
  }
  return { left, right, bottom };
}
