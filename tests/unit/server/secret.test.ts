import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { readSecret } from '../../../src/server/secret.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

test('a secret that is set is used, and none is written', async (t) => {
  const folder = await temporaryFolder(t);

  const secret = await readSecret({ secret: 'x'.repeat(40), database: inFolder(folder) });

  assert.equal(secret.toString(), 'x'.repeat(40));
  assert.deepEqual(await readdir(folder), []);
});

test('the first start makes a secret that only its owner can read, and the next start finds it', async (t) => {
  const folder = join(await temporaryFolder(t), 'not', 'there', 'yet');

  const first = await readSecret({ database: inFolder(folder) });
  const second = await readSecret({ database: inFolder(folder) });

  assert.equal(first.length, 32);
  assert.deepEqual(second, first);
  assert.deepEqual(await readdir(folder), ['secret']);
  assert.equal((await stat(join(folder, 'secret'))).mode & 0o777, 0o600);
});

test('twenty starts at once agree on one secret', async (t) => {
  const folder = await temporaryFolder(t);

  const secrets = await Promise.all(Array.from({ length: 20 }, () => readSecret({ database: inFolder(folder) })));

  const kept = (await readFile(join(folder, 'secret'), 'utf8')).trim();
  assert.deepEqual([...new Set(secrets.map((secret) => secret.toString('hex')))], [kept]);
  assert.deepEqual(await readdir(folder), ['secret']);
});

test('a damaged secret is never replaced in silence', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'secret'), '');

  await assert.rejects(readSecret({ database: inFolder(folder) }), (error) => {
    assert.ok(error instanceof Mistakes);
    assert.equal(
      error.message,
      `The secret cannot be read.

${join(folder, 'secret')}
This is not the secret that was once written here, so the addresses of status pages cannot be made.
Put it back from a backup. Deleting it has a new one made, but ends the status pages that customers have.`,
    );
    return true;
  });
  assert.equal(await readFile(join(folder, 'secret'), 'utf8'), '');
});

test('a place that cannot be written is named, with two ways out', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'data'), 'a file where a folder should be');

  await assert.rejects(readSecret({ database: inFolder(join(folder, 'data')) }), (error) => {
    assert.ok(error instanceof Mistakes);
    assert.match(error.mistakes[0]?.problem ?? '', /^The secret cannot be read or written here \(ENOTDIR/);
    assert.equal(
      error.mistakes[0]?.fix,
      'Let the user who runs the server write in this folder, or set HANDRAIL_SECRET.',
    );
    return true;
  });
});

function inFolder(folder: string) {
  return { kind: 'sqlite' as const, path: join(folder, 'handrail.db') };
}
