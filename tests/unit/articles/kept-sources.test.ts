import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { keepSources, withKeptSource } from '../../../src/articles/kept-sources.ts';

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'handrail-sources-')), 'sources');
});

afterEach(() => rm(join(folder, '..'), { recursive: true }));

test('an edition has the text back that was kept of it', async () => {
  await keepSources([{ id: 'restore-a-file@5', source: 'Open **Files** – and wait.\n' }], folder);

  const edition = withKeptSource({ id: 'restore-a-file@5', source: '' }, folder);

  assert.equal(edition.source, 'Open **Files** – and wait.\n');
});

test('texts of an earlier build are gone', async () => {
  await keepSources([{ id: 'gone', source: 'Old.' }], folder);

  await keepSources([{ id: 'here', source: 'New.' }], folder);

  assert.deepEqual(await readdir(folder), ['here.mdx']);
});
