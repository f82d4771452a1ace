import assert from 'node:assert/strict';
import { mkdir, open, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { dropUnused, keptFile } from '../../../src/files/kept-file.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** So many that they are written in several parts. */
const MANY_BYTES = 4_000_000;

test('what was made once is kept whole, and made no second time', async (t) => {
  const root = await temporaryFolder(t);
  const path = join(root, 'previews/one.png');
  await keptFile(path, made('first'));

  const again = await keptFile(path, made('second'));

  assert.equal(again.toString(), 'first');
  assert.deepEqual(await readdir(join(root, 'previews')), ['one.png']);
});

test('who is reading a file while it is made anew reads the one that there was, to its end', async (t) => {
  const path = join(await temporaryFolder(t), 'one');
  await writeFile(path, '');
  await using before = await open(path);

  await keptFile(path, made('anew'));

  assert.equal(await before.readFile('utf8'), '');
  assert.equal(await readFile(path, 'utf8'), 'anew');
});

test('what a build has used is kept, and what none has used for a month is thrown away', async (t) => {
  const root = await temporaryFolder(t);
  for (const name of ['used', 'unused', 'half.0b1c']) await old(join(root, 'previews', name));
  await old(join(root, 'previews/other-branch'), 29);
  await keptFile(join(root, 'previews/used'), made('anew'));
  await keptFile(join(root, 'pictures/new'), made('new'));

  await dropUnused(Temporal.Now.instant(), root);

  assert.deepEqual((await readdir(join(root, 'previews'))).sort(), ['other-branch', 'used']);
  assert.deepEqual(await readdir(join(root, 'pictures')), ['new']);
});

test('a build that fails midway throws nothing away, and leaves no half file', async (t) => {
  const root = await temporaryFolder(t);
  await old(join(root, 'previews/unused'));
  const failing = keptFile(join(root, 'previews/one'), () => Promise.reject(new Error('No such font.')));

  await assert.rejects(failing, /No such font/);

  assert.deepEqual(await readdir(join(root, 'previews')), ['unused']);
});

test('two builds side by side each get what they asked for, whichever is done first', async (t) => {
  const root = await temporaryFolder(t);
  const path = join(root, 'previews/shared');
  const own = join(root, 'previews/own');
  await keptFile(own, made('own'));

  const both = await Promise.all([
    keptFile(path, made('shared')),
    keptFile(path, made('shared')).then(async (bytes) => {
      await dropUnused(Temporal.Now.instant(), root);
      return bytes;
    }),
  ]);

  assert.deepEqual(both.map(String), ['shared', 'shared']);
  assert.deepEqual((await readdir(join(root, 'previews'))).sort(), ['own', 'shared']);
});

test('many builds that make the same file at once each find it whole, by one of them', async (t) => {
  const path = join(await temporaryFolder(t), 'shared');

  const found = await Promise.all(
    Array.from({ length: 8 }, async (_, build) => {
      await keptFile(path, () => Promise.resolve(Buffer.alloc(MANY_BYTES, build)));
      return readFile(path);
    }),
  );

  for (const each of found) assert.ok(each.equals(Buffer.alloc(MANY_BYTES, each[0])), `${each.length} bytes`);
});

test('a file that cannot be read, or of which nothing was written, is made anew', async (t) => {
  const root = await temporaryFolder(t);
  const [empty, unreadable] = [join(root, 'empty'), join(root, 'unreadable')];
  await writeFile(empty, '');
  await mkdir(unreadable);

  const found = await Promise.all([keptFile(empty, made('anew')), keptFile(unreadable, made('anew'))]);

  assert.deepEqual(found.map(String), ['anew', 'anew']);
  assert.equal(await readFile(empty, 'utf8'), 'anew');
  assert.deepEqual((await readdir(root)).sort(), ['empty', 'unreadable']);
});

test('where nothing can be kept, all is made each time, and nothing else is lost', async (t) => {
  const root = await temporaryFolder(t);
  const taken = join(root, 'previews');
  await writeFile(taken, 'a file where the folder would be');

  const found = await keptFile(join(taken, 'one'), made('one'));
  await dropUnused(Temporal.Now.instant(), taken);

  assert.equal(found.toString(), 'one');
  assert.equal(await readFile(taken, 'utf8'), 'a file where the folder would be');
});

test('before anything was kept there is nothing to throw away', async (t) => {
  const root = await temporaryFolder(t);

  await dropUnused(Temporal.Now.instant(), join(root, 'missing'));

  assert.deepEqual(await readdir(root), []);
});

function made(text: string): () => Promise<Buffer> {
  return () => Promise.resolve(Buffer.from(text));
}

/** A file that was last used so many days ago. */
async function old(path: string, days = 31): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, 'old');
  const then = new Date((await stat(path)).mtimeMs - days * DAY_MS);
  await utimes(path, then, then);
}
