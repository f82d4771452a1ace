import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backupWords } from '../../../src/cli/backup-words.ts';

const sqlite = { kind: 'sqlite', path: 'data/handrail.db' } as const;

test('a backup goes into the file that is named', () => {
  const wanted = backupWords('backup', ['monday.db'], sqlite);

  assert.deepEqual(wanted, { file: 'monday.db', path: 'data/handrail.db' });
});

for (const words of [[], ['one.db', 'two.db'], ['--help']]) {
  test(`"${words.join(' ')}" is not one file, and is answered with an example`, () => {
    const wrong = () => backupWords('restore', words, sqlite);

    assert.throws(wrong, {
      message:
        'Nothing was changed.\n\nnpm run restore\nOne file has to be named.\nnpm run restore -- backups/handrail.db',
    });
  });
}

test('for PostgreSQL its own programs are named', () => {
  const postgres = { kind: 'postgres', url: 'postgres://handrail:hunter2@db/handrail' } as const;

  assert.throws(() => backupWords('backup', ['monday.dump'], postgres), {
    message: `Nothing was changed.

npm run backup
The database is PostgreSQL, which has a program of its own for this.
pg_dump --format=custom --file=monday.dump "$DATABASE_URL"`,
  });
});
