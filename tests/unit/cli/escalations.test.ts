import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { test } from 'node:test';
import { writeContent } from '../../fixtures/site.ts';

for (const words of [
  ['show', 'NOPE-0000'],
  ['answer', 'NOPE-0000'],
  ['retry', 'NOPE-0000'],
  ['deliver-by-hand', 'NOPE-0000', '--ticket', '4711'],
]) {
  const [verb] = words;
  test(`who wants to ${verb} a request that there is not reads back what they wrote`, async () => {
    await using content = await writeContent();

    const { status, stderr } = spawnSync(process.execPath, [resolve('src/cli/escalations.ts'), ...words], {
      cwd: dirname(content.folder),
      env: { DATABASE_URL: 'file:handrail.db', HELP_DESKS: 'smtp', ...MAIL },
      encoding: 'utf8',
    });

    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`\n\nnpm run escalations -- ${verb} NOPE-0000\nNo escalation has the reference`));
  });
}

const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'help@help.example', SMTP_TO: 'team@help.example' };
