import assert from 'node:assert/strict';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { builtIncidents, isBuilt, removeStamp, writeStamp } from '../../../src/cli/build-stamp.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const BEGUN_AT = Temporal.Instant.from('2026-01-05T09:00Z');

test('a build of which nothing changed is used again', async (t) => {
  const { settings, root } = await built(t);

  assert.equal(await isBuilt(settings, BEGUN_AT.add({ hours: 48 }), root), true);
});

test('a file that was saved while the site was being built counts as not built', async (t) => {
  const { settings, root, save } = await built(t);

  await save('content/site.yaml', BEGUN_AT.add({ seconds: 1 }));

  assert.equal(await isBuilt(settings, BEGUN_AT.add({ hours: 1 }), root), false);
});

test('a file that was deleted counts as a change', async (t) => {
  const { settings, root } = await built(t);

  await rm(join(root, 'content/site.yaml'));

  assert.equal(await isBuilt(settings, BEGUN_AT.add({ hours: 1 }), root), false);
});

test('the site is built anew once the support of a version has ended, and not on its last day', async (t) => {
  const { settings, root } = await built(t, ['2026-01-06', '2025-12-31']);

  const after = await Promise.all(
    ['2026-01-06T23:59Z', '2026-01-07T00:00Z'].map((at) => isBuilt(settings, Temporal.Instant.from(at), root)),
  );

  assert.deepEqual(after, [true, false]);
});

test('other settings need another build', async (t) => {
  const { settings, root } = await built(t);

  assert.equal(await isBuilt({ ...settings, publicApi: { kind: 'none' } }, BEGUN_AT, root), false);
});

test('a build that did not come to its end is none', async (t) => {
  const { settings, root } = await built(t);

  await removeStamp(root);

  assert.equal(await isBuilt(settings, BEGUN_AT, root), false);
});

test('incidents of a build count for the content that it was made from, and for no other', async (t) => {
  const { settings, root, save } = await built(t);
  await save('dist/content-summary.json', BEGUN_AT, JSON.stringify({ incidents: [{ slug: 'slow' }] }));

  assert.deepEqual(await builtIncidents(settings.contentDir, root), [{ slug: 'slow' }]);
  assert.equal(await builtIncidents('elsewhere', root), undefined);
});

async function built(t: TestContext, supportEnds: string[] = []) {
  const root = await temporaryFolder(t);
  const save = async (path: string, at: Temporal.Instant, text = '') => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    for (const changed of [path, dirname(path)]) {
      await utimes(join(root, changed), at.epochMilliseconds / 1000, at.epochMilliseconds / 1000);
    }
  };
  const before = BEGUN_AT.subtract({ hours: 1 });
  for (const path of ['src/a.ts', 'public/a.svg', 'content/site.yaml', 'astro.config.mjs', 'package-lock.json']) {
    await save(path, before);
  }
  await save('dist/content-summary.json', before, JSON.stringify({ supportEnds }));
  const settings = {
    contentDir: join(root, 'content'),
    siteUrl: 'https://help.example.com',
    publicApi: { kind: 'same-host' as const },
  };
  await writeStamp(settings, BEGUN_AT, root);
  return { root, settings, save };
}
