import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { readContent } from '../../../src/articles/read-content.ts';
import { writePictures } from '../../../src/pictures/write-pictures.ts';
import { DRAWING, picture } from '../../fixtures/pictures.ts';
import { withText } from '../../fixtures/mistakes.ts';
import { article, SITE_YAML, writeContent, type ContentFiles } from '../../fixtures/site.ts';

/** The tag of EXIF under which a camera notes where it was (GPS IFD), as a little-endian file has it. */
const GPS_TAG = Buffer.from([0x25, 0x88]);

test('each picture is written as AVIF and WebP in the widths of its page, a drawing as it is', async () => {
  await using built = await build({
    ...withText('![The menu](./menu.png)\n\n![A sign](./sign.svg)'),
    'articles/menu.png': await picture(1500, 300),
    'articles/sign.svg': DRAWING,
  });

  const made = await Promise.all(built.names.map((name) => sharp(join(built.folder, '_astro', name)).metadata()));
  const said = made.map(({ format, width, height }) => `${format} ${width} × ${height}`).sort();
  assert.deepEqual(said, ['heif 1280 × 256', 'heif 640 × 128', 'svg 320 × 180', 'webp 1280 × 256', 'webp 640 × 128']);
});

test('a poster has smaller copies too, and stays what it was at its own address', async () => {
  const poster = await picture(1280, 720, { format: 'jpeg' });
  await using built = await build({
    ...withText('<Video id="restore" />'),
    'videos/restore.yaml':
      'title: Restore\ncuts:\n  - { source: https://vimeo.com/1, captions: restore.en.vtt, poster: /still.jpg, recorded: 2026-10-01 }\n',
    'videos/restore.en.vtt': 'WEBVTT\n\n00:01.000 --> 00:04.000\nOpen Sync.\n',
    '../public/still.jpg': poster,
  });

  assert.deepEqual(built.names.map((name) => name.replace(/\.[0-9a-f]{10}/, '')).sort(), [
    'still-1280.avif',
    'still-1280.webp',
    'still-640.avif',
    'still-640.webp',
  ]);
  assert.equal((await stat(join(built.public, 'still.jpg'))).size, poster.length);
});

test('a logo is written no larger than anybody sees it, from either folder', async () => {
  await using built = await build({
    'site.yaml': `${SITE_YAML.trimEnd()}\nlook: { logo: { light: day.png, dark: /night.svg } }\n`,
    'day.png': await picture(2800, 400),
    '../public/night.svg': DRAWING,
  });

  assert.deepEqual(built.names.map((name) => name.replace(/\.[0-9a-f]{10}/, '')).sort(), [
    'day-784.avif',
    'day-784.webp',
    'night.svg',
  ]);
});

test('pictures of drafts are not written', async () => {
  await using built = await build({
    'articles/restore-a-file.mdx': article({ draft: 'true' }, '![A sign](./sign.svg)\n'),
    'articles/sign.svg': DRAWING,
  });

  assert.deepEqual(built.names, []);
});

test('nothing of where a photograph was taken is published, and it stands upright', async () => {
  const photograph = await sharp(await picture(40, 20))
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  assert.ok((await sharp(photograph).metadata()).exif?.includes(GPS_TAG), 'the camera noted no place');
  await using built = await build({ ...withText('![A desk](./desk.jpg)'), 'articles/desk.jpg': photograph });

  assert.equal(built.names.length, 2);
  for (const name of built.names) {
    const { exif, width, height } = await sharp(join(built.folder, '_astro', name)).metadata();
    assert.deepEqual([exif, width, height], [undefined, 20, 40]);
  }
});

test('what an earlier build made is taken from there', async () => {
  const files = { ...withText('![The menu](./menu.png)'), 'articles/menu.png': await picture(300, 200) };
  await using first = await build(files);
  for (const name of first.names) await writeFile(join(first.kept, name), 'kept');

  await first.again();

  const written = await Promise.all(first.names.map((name) => readFile(join(first.folder, '_astro', name), 'utf8')));
  assert.deepEqual(
    written,
    first.names.map(() => 'kept'),
  );
});

/** A site with `files`, its pictures written into `folder`; the names of what was written, in order. */
async function build(files: ContentFiles) {
  const content = await writeContent(files);
  const folder = await mkdtemp(join(tmpdir(), 'handrail-pictures-'));
  const [publicDir, kept] = [join(content.folder, '../public'), join(folder, 'kept')];
  const again = async () => {
    const read = await readContent(content.folder, { publicDir });
    await writePictures(read, { contentDir: content.folder, publicDir, client: folder, kept });
  };
  await again();
  return {
    folder,
    kept,
    public: publicDir,
    names: (await readdir(join(folder, '_astro'))).sort(),
    again,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true });
      await content[Symbol.asyncDispose]();
    },
  };
}
