import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeSearcher } from '../../../src/search/node-searcher.ts';
import { contentFixture } from './content-fixture.ts';

test('a folder without an index is an error that names what is missing', async (t) => {
  const { folder } = await contentFixture(t);

  const opening = nodeSearcher(pathToFileURL(`${folder}/nothing/`));

  await assert.rejects(opening, /There is no search index in .*Build the site first\./);
});
