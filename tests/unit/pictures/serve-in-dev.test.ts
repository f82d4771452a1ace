import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Connect } from 'vite';
import sharp from 'sharp';
import { readLook } from '../../../src/look/read-look.ts';
import { logoSources } from '../../../src/look/logo-in-head.ts';
import { servePictures } from '../../../src/pictures/serve-in-dev.ts';
import { measurePicture } from '../../../src/pictures/measure-picture.ts';
import { pictureSources } from '../../../src/pictures/picture-sources.ts';
import { picture } from '../../fixtures/pictures.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const RED = '#ff0000';
const BLUE = '#0000ff';

test('a logo is served as large as the head asks for, whatever else has its name', async (t) => {
  const { content, open, ask } = await served(t);
  await writeFile(join(content, 'articles/partner/logo.png'), await picture(300, 300, { background: BLUE }));
  await writeFile(join(open, 'logo.png'), await picture(1000, 250, { background: RED }));

  const shown = await ask(await logoIn(open));

  assert.deepEqual(shown, { width: 448, height: 112, color: RED });
});

test('a picture that was saved anew is served in the size that the page asks for', async (t) => {
  const { content, ask } = await served(t);
  const path = join(content, 'articles/menu.png');
  await writeFile(path, await picture(2000, 400, { background: RED }));
  const asked = await addressesOf(path);
  await writeFile(path, await picture(1600, 320, { background: BLUE }));

  const shown = await Promise.all(asked.map(ask));

  assert.deepEqual(shown, [
    { width: 640, height: 128, color: BLUE },
    { width: 1280, height: 256, color: BLUE },
  ]);
});

test('what no picture is called goes on to whoever serves the rest', async (t) => {
  const { ask } = await served(t);

  await assert.rejects(ask('/_astro/other.0123456789-640.webp'), /passed on/);
});

/** A site in dev with two folders; `ask` gives what a browser would see at an address. */
async function served(t: TestContext) {
  const folder = await temporaryFolder(t);
  const [content, open] = [join(folder, 'content'), join(folder, 'public')];
  await mkdir(join(content, 'articles/partner'), { recursive: true });
  await mkdir(open);
  let serve: Connect.NextHandleFunction | undefined;
  const middlewares = { use: (one: Connect.NextHandleFunction) => (serve = one) };
  servePictures(
    { middlewares } as unknown as Parameters<typeof servePictures>[0],
    [content, open],
    join(folder, 'kept'),
  );
  const ask = async (url: string) => {
    const bytes = await new Promise<Buffer>((end, fail) => {
      const next = (error?: unknown) => fail(error instanceof Error ? error : new Error('passed on'));
      serve?.({ url } as Connect.IncomingMessage, { setHeader: () => undefined, end } as never, next);
    });
    return seenIn(bytes);
  };
  return { content, open, ask };
}

async function seenIn(bytes: Buffer): Promise<{ width: number; height: number; color: string }> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const channels = [...data.subarray(0, 3)].map((channel) =>
    (Math.round(channel / 85) * 85).toString(16).padStart(2, '0'),
  );
  return { width: info.width, height: info.height, color: `#${channels.join('')}` };
}

async function logoIn(root: string): Promise<string> {
  const none = { root, names: [], shown: String };
  const { logo } = await readLook(
    { logo: { light: '/logo.png' } },
    { content: none, public: { ...none, names: ['logo.png'] } },
  );
  assert.ok(logo);
  return logoSources(logo).img.src;
}

/** In the order of their widths. */
async function addressesOf(path: string): Promise<string[]> {
  const light = await measurePicture(path, 'menu.png');
  assert.ok(!('problem' in light));
  return (pictureSources({ light }).img.srcset ?? '').split(', ').map((each) => each.split(' ')[0] ?? '');
}
