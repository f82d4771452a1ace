import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brandModule } from '../../../src/look/brand-module.ts';
import { pictureSize } from '../../../src/look/picture-size.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAAElFTkSuQmCC', 'base64');

test('a logo beside the content is imported for a hash in its address, one in public keeps its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-look-'));
  await writeFile(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"/>');
  await writeFile(join(folder, 'night.png'), PNG);

  const written = await brandModule(
    { logo: { light: './logo.svg', dark: '/night.png' }, icon: '/night.png' },
    (name) => join(folder, name),
    folder,
  );

  await rm(folder, { recursive: true });
  assert.equal(
    written,
    [
      `import picture0 from "${folder}/logo.svg?url&no-inline";`,
      'export const brand = { logo: { light: { address: picture0, ...{"width":120,"height":32} }, ' +
        'dark: { address: "/night.png", ...{"width":3,"height":2} } }, ' +
        'icon: { address: "/night.png", type: "image/png" } };',
      '',
    ].join('\n'),
  );
});

test('a site without pictures of its own shows its name, and the star in its accent', async () => {
  const written = await brandModule({}, (name) => name, 'public');

  assert.match(written, /brand = \{ icon: \{ address: "\/favicon.svg", type: "image\/svg\+xml" \} \}/);
});

test('an SVG says its size in pixels or by what is seen of it', () => {
  const sizeOf = (text: string) => pictureSize(new TextEncoder().encode(text));

  assert.deepEqual(sizeOf('<svg width="40" height="20px" viewBox="0 0 4 2">'), { width: 40, height: 20 });
  assert.deepEqual(sizeOf('<?xml version="1.0"?><svg width="100%" viewBox="0,0,4.5,2">'), { width: 4.5, height: 2 });
  assert.equal(sizeOf('<svg>'), undefined);
});
