import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileNames, fileNamesIfAny } from '../../../src/files/file-names.ts';

test('files are named by their paths below the folder, however deep, and folders are not', async () => {
  await using root = await folder();
  await mkdir(join(root.path, 'en/sync'), { recursive: true });
  await writeFile(join(root.path, 'site.yaml'), '');
  await writeFile(join(root.path, 'en/sync/restore.mdx'), '');

  const names = await fileNames(root.path);

  assert.deepEqual(names.sort(), ['en/sync/restore.mdx', 'site.yaml']);
});

test('a folder that is not there is a mistake, unless it is asked for as one that may be missing', async () => {
  await using root = await folder();
  const missing = join(root.path, 'missing');

  const found = await fileNamesIfAny(missing);

  assert.equal(found, undefined);
  await assert.rejects(fileNames(missing), { code: 'ENOENT' });
});

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'handrail-files-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
