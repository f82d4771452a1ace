import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { indexFiles, writeIndex } from '../../../src/search/build-index.ts';
import { indexedSite } from '../../../src/search/indexed-site.ts';
import { searchRecords } from '../../../src/search/search-records.ts';
import { contentFixture } from './content-fixture.ts';

test('an index in memory holds what the folder holds', async (t) => {
  const { content, folder } = await contentFixture(t);
  const records = searchRecords(content);
  await writeIndex(records, { folder: join(folder, 'pagefind'), site: indexedSite(content) });

  const files = await indexFiles(records, indexedSite(content));

  const written = (await readdir(join(folder, 'pagefind'), { recursive: true })).filter((name) => name.includes('.'));
  assert.deepEqual([...files.keys()].sort(), written.sort());
});

test('an index that cannot be written says where and how to mend it', async (t) => {
  const { content, folder } = await contentFixture(t);
  await writeFile(join(folder, 'taken'), 'a file where a folder should be');

  const writing = writeIndex(searchRecords(content), {
    folder: join(folder, 'taken', 'pagefind'),
    site: indexedSite(content),
  });

  await assert.rejects(writing, (error: Error) => {
    assert.match(error.message, /^The search index could not be written\.\n\n.*taken\/pagefind\n/s);
    assert.match(error.message, /Make sure that this folder can be written to and that the disk is not full\.$/);
    return true;
  });
});
