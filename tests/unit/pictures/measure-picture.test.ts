import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { measurePicture } from '../../../src/pictures/measure-picture.ts';
import { PictureFile } from '../../../src/schema/picture.ts';
import { DRAWING, picture } from '../../fixtures/pictures.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

for (const [name, width] of [
  ['menu.png', 300],
  ['menu.dark.png', 300],
  ['menu@2x.png', 150],
  ['menu@2x.dark.png', 150],
] as const) {
  test(`${name}, 300 pixels wide, is shown ${width} wide`, async (t) => {
    const folder = await temporaryFolder(t);
    await writeFile(join(folder, name), await picture(300, 200));

    const measured = PictureFile.parse(await measurePicture(join(folder, name), name));

    assert.ok(measured.kind === 'pixels');
    assert.deepEqual([measured.width, measured.height, measured.pixelWidth], [width, (width * 2) / 3, 300]);
  });
}

test('a drawing is shown as large as it says, and has no pixels', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'sign.svg'), DRAWING);

  const measured = PictureFile.parse(await measurePicture(join(folder, 'sign.svg'), 'sign.svg'));

  assert.deepEqual([measured.kind, measured.width, measured.height], ['drawn', 320, 180]);
});
