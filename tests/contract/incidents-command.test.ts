import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { article, writeContent } from '../fixtures/site.ts';

const INCIDENT = {
  type: 'incident',
  affects: '{ products: [sync] }',
  opened: '2026-11-20T16:20Z',
  resolved: '2026-11-20T18:00Z',
  why: 'Two servers were asked.',
  changed: 'One is asked.',
};

for (const [what, built] of [
  ['still says that it is open', [{ slug: 'slow', opened: INCIDENT.opened }]],
  ['does not know of it', []],
] as const) {
  test(`nobody is told of an end while the site that was built ${what}`, async () => {
    await using content = await writeContent({ 'articles/slow.mdx': article(INCIDENT) });
    await build(content.folder, built);

    const { status, stderr } = run(content.folder, 'resolve', 'slow');

    assert.equal(status, 1);
    assert.match(
      stderr,
      /Nothing was done\.\s+npm run incidents {2}slow\nIts article says that it is over, and the site/,
    );
    assert.match(stderr, /\nBuild the site first: npm run build, and start the server again/);
  });
}

test('once the site says so too, or where none was built, those who joined are told', async () => {
  await using content = await writeContent({ 'articles/slow.mdx': article(INCIDENT) });

  const without = run(content.folder, 'resolve', 'slow');
  await build(content.folder, [{ slug: 'slow', ...INCIDENT }]);
  const after = run(content.folder, 'resolve', 'slow');

  assert.deepEqual([without.status, after.status], [0, 0], `${without.stderr}${after.stderr}`);
  assert.match(after.stdout, /^Everyone who joined has been told already\./);
});

async function build(contentFolder: string, incidents: readonly object[]): Promise<void> {
  const dist = join(dirname(contentFolder), 'dist');
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'content-summary.json'), JSON.stringify({ incidents }));
}

function run(contentFolder: string, ...words: string[]) {
  const env = { DATABASE_URL: 'file:handrail.db' };
  const command = resolve('src/cli/incidents.ts');
  return spawnSync(process.execPath, [command, ...words], { cwd: dirname(contentFolder), env, encoding: 'utf8' });
}
