import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dropUnused, keptFile } from '../../../src/files/kept-file.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

test('what was made once is kept whole, and made no second time', async () => {
  await using root = await folder();
  const path = join(root.path, 'previews/one.png');
  await keptFile(path, made('first'));

  const again = await keptFile(path, made('second'));

  assert.equal(again.toString(), 'first');
  assert.deepEqual(await readdir(join(root.path, 'previews')), ['one.png']);
});

test('what a build has used is kept, and what none has used for a month is thrown away', async () => {
  await using root = await folder();
  for (const name of ['used', 'unused', 'half.0b1c']) await old(join(root.path, 'previews', name));
  await old(join(root.path, 'previews/other-branch'), 29);
  await keptFile(join(root.path, 'previews/used'), made('anew'));
  await keptFile(join(root.path, 'pictures/new'), made('new'));

  await dropUnused(Temporal.Now.instant(), root.path);

  assert.deepEqual((await readdir(join(root.path, 'previews'))).sort(), ['other-branch', 'used']);
  assert.deepEqual(await readdir(join(root.path, 'pictures')), ['new']);
});

test('a build that fails midway throws nothing away, and leaves no half file', async () => {
  await using root = await folder();
  await old(join(root.path, 'previews/unused'));
  const failing = keptFile(join(root.path, 'previews/one'), () => Promise.reject(new Error('No such font.')));

  await assert.rejects(failing, /No such font/);

  assert.deepEqual(await readdir(join(root.path, 'previews')), ['unused']);
});

test('two builds side by side each get what they asked for, whichever is done first', async () => {
  await using root = await folder();
  const path = join(root.path, 'previews/shared');
  const own = join(root.path, 'previews/own');
  await keptFile(own, made('own'));

  const both = await Promise.all([
    keptFile(path, made('shared')),
    keptFile(path, made('shared')).then(async (bytes) => {
      await dropUnused(Temporal.Now.instant(), root.path);
      return bytes;
    }),
  ]);

  assert.deepEqual(both.map(String), ['shared', 'shared']);
  assert.deepEqual((await readdir(join(root.path, 'previews'))).sort(), ['own', 'shared']);
});

test('a file that cannot be read, or of which nothing was written, is made anew', async () => {
  await using root = await folder();
  const [empty, unreadable] = [join(root.path, 'empty'), join(root.path, 'unreadable')];
  await writeFile(empty, '');
  await mkdir(unreadable);

  const found = await Promise.all([keptFile(empty, made('anew')), keptFile(unreadable, made('anew'))]);

  assert.deepEqual(found.map(String), ['anew', 'anew']);
  assert.equal(await readFile(empty, 'utf8'), 'anew');
});

test('where nothing can be kept, all is made each time, and nothing else is lost', async () => {
  await using root = await folder();
  const taken = join(root.path, 'previews');
  await writeFile(taken, 'a file where the folder would be');

  const found = await keptFile(join(taken, 'one'), made('one'));
  await dropUnused(Temporal.Now.instant(), taken);

  assert.equal(found.toString(), 'one');
  assert.equal(await readFile(taken, 'utf8'), 'a file where the folder would be');
});

test('before anything was kept there is nothing to throw away', async () => {
  await using root = await folder();

  await dropUnused(Temporal.Now.instant(), join(root.path, 'missing'));

  assert.deepEqual(await readdir(root.path), []);
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

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'handrail-kept-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
