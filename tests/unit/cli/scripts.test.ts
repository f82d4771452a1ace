import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import packageJson from '../../../package.json' with { type: 'json' };

const SCRIPTS = Object.entries<string>(packageJson.scripts);
/** Ours run a file with Node. Prettier has help of its own. */
const OURS = SCRIPTS.filter(([, command]) => command.startsWith('node '));
/** Long enough to load everything on a busy machine, and short for a server that started instead. */
const ENDS_WITHIN_MS = 120_000;

describe(
  'asked for help, a script of package.json says what there is, and does nothing else:',
  { concurrency: 2 },
  () => {
    for (const [name, command] of OURS) {
      test(`npm run ${name} -- help`, async () => {
        const { printed, said, status, files } = await run(command, 'help');

        assert.ok(printed.startsWith(`npm run ${name.replace(':', ' -- ')}`), printed);
        assert.deepEqual({ said, status, files }, { said: '', status: 0, files: [] });
      });
    }
  },
);

describe('a word that is not known is named, and nothing is done:', { concurrency: 2 }, () => {
  const wrong = [
    ...['start', 'dev', 'build', 'check', 'votes', 'deliver', 'migrate', 'handbook', 'screens', 'lock'],
    ...['test', 'bench', 'bench:build'],
    ...['agent', 'escalations', 'incidents'],
  ];
  for (const [name, command] of OURS.filter(([each]) => wrong.includes(each))) {
    test(`npm run ${name} -- nope`, async () => {
      const { printed, said, status, files } = await run(command, 'nope');

      assert.match(said, /["']nope["']/);
      assert.match(said, new RegExp(`npm run ${name.replace(':', ' -- ')}`));
      assert.deepEqual({ printed, status, files }, { printed: '', status: 2, files: [] });
    });
  }
});

describe('words that say nothing that can be done end with status 2:', { concurrency: 2 }, () => {
  for (const [name, words] of [
    ['forget', ['nope', 'nope']],
    ['backup', []],
    ['restore', ['one.db', 'two.db']],
    ['escalations', ['resolve']],
  ] as const) {
    test(`npm run ${[name, '--', ...words].join(' ')}`, async () => {
      const { said, status } = await run(packageJson.scripts[name], ...words);

      assert.match(said, new RegExp(`^Nothing was (done|changed|removed)\\.\n\nnpm run ${name}`));
      assert.equal(status, 2);
    });
  }
});

test('a part of the tests that does not exist is told with those that do', async () => {
  const { said } = await run('node tests/run.ts', 'units');

  assert.equal(
    said,
    'Nothing was done.\n\nnpm run test  units\n"units" is no part of the tests.\n' +
      'Did you mean "unit"? Write unit, contract, build or e2e, or nothing for all of them.\n',
  );
});

test('only the tests in the browser take further words', async () => {
  const { said, status } = await run('node tests/run.ts', 'unit', 'schema');

  assert.equal(status, 2);
  assert.match(said, /^"schema" is one word too many\.$/m);
});

test('help behind the name of a bench is about that bench', async () => {
  const { printed, status } = await run('node tests/bench/run.ts', 'observatory', 'help');

  assert.equal(status, 0);
  assert.match(printed, /^npm run bench -- observatory \[<path> …\]\n {4}[^\n]+\n$/);
});

test('a bench that does not exist is told with what is near', async () => {
  const { said, status } = await run('node tests/bench/run.ts', 'stores');

  assert.equal(status, 2);
  assert.match(said, /^There is no bench "stores"\.\nDid you mean "store"\? npm run bench -- help names all\.$/m);
});

/** Runs a script in an empty folder, so that one that does more than it should finds nothing to spoil. */
async function run(command: string, ...words: readonly string[]) {
  const [, file = '', ...before] = command.split(' ');
  const folder = await mkdtemp(join(tmpdir(), 'handrail-script-'));
  try {
    const ended = await new Promise<{ printed: string; said: string; status: number | string | null }>((settle) => {
      const child = execFile(
        process.execPath,
        [resolve(file), ...before, ...words],
        { cwd: folder, timeout: ENDS_WITHIN_MS },
        (_, printed, said) => settle({ printed, said, status: child.exitCode }),
      );
    });
    return { ...ended, files: await readdir(folder) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
