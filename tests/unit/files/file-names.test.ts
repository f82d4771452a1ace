import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileNames, fileNamesIfAny } from '../../../src/files/file-names.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

test('files are named by their paths below the folder, however deep, and folders are not', async (t) => {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'en/sync'), { recursive: true });
  await writeFile(join(root, 'site.yaml'), '');
  await writeFile(join(root, 'en/sync/restore.mdx'), '');

  const names = await fileNames(root);

  assert.deepEqual(names.sort(), ['en/sync/restore.mdx', 'site.yaml']);
});

test('a folder that is not there is a mistake, unless it is asked for as one that may be missing', async (t) => {
  const root = await temporaryFolder(t);
  const missing = join(root, 'missing');

  const found = await fileNamesIfAny(missing);

  assert.equal(found, undefined);
  await assert.rejects(fileNames(missing), { code: 'ENOENT' });
});
