import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteBuild } from '../../../../src/offline/worker/builds.ts';
import { dropOldAssets, keepCore } from '../../../../src/offline/worker/life.ts';
import { keepPage } from '../../../../src/offline/worker/pages.ts';
import { keepingOver, memoryCaches } from './worker-fixture.ts';

const CORE = { '/': '<html>home</html>', '/search/': '<html>search</html>', '/offline/': '<html>offline</html>' };

test('the first pages and their assets are there before anybody has read them', async () => {
  const files = { ...CORE, '/': '<html><link href="/_astro/page.css"></html>', '/_astro/page.css': 'body{}' };
  const keeping = keepingOver(files);

  await keepCore(keeping);

  assert.deepEqual(await keeping.shelf.addresses('handrail/core'), ['/', '/search/', '/offline/']);
  assert.deepEqual(await keeping.shelf.addresses('handrail/assets'), ['/_astro/page.css']);
});

test('a worker does not begin where one of its pages is not to be had', async () => {
  const { '/offline/': _, ...others } = CORE;
  const keeping = keepingOver(others);

  const beginning = keepCore(keeping);

  await assert.rejects(beginning, /\/offline\/ answered 404/);
});

test('assets outlive the build after theirs, and then go', async () => {
  const storage = memoryCaches();
  const left: string[][] = [];

  for (const [id, asset] of [
    ['first', 'a.js'],
    ['second', 'b.js'],
    ['third', 'c.js'],
  ] as const) {
    const keeping = keepingOver({}, { storage, table: { id, assets: { [asset]: [] } } });
    await keeping.shelf.put('handrail/assets', `/_astro/${asset}`, new Response(''));
    await noteBuild(keeping);
    await dropOldAssets(keeping);
    left.push(await keeping.shelf.addresses('handrail/assets'));
  }

  assert.deepEqual(left, [['/_astro/a.js'], ['/_astro/a.js', '/_astro/b.js'], ['/_astro/b.js', '/_astro/c.js']]);
});

test('the assets of a page that is kept stay, however old it is', async () => {
  const storage = memoryCaches();
  const former = keepingOver({}, { storage });
  const page = new Response('<link href="/_astro/old.css">', { headers: { 'content-type': 'text/html' } });
  await former.shelf.put('handrail/assets', '/_astro/old.css', new Response(''));
  await keepPage('/articles/a/', page, former);

  for (const id of ['second', 'third', 'fourth']) {
    const keeping = keepingOver({}, { storage, table: { id } });
    await noteBuild(keeping);
    await dropOldAssets(keeping);
  }

  assert.deepEqual(await former.shelf.addresses('handrail/assets'), ['/_astro/old.css']);
});

test('a build that comes a second time counts once', async () => {
  const storage = memoryCaches();
  const begin = async (id: string, asset: string) => {
    const keeping = keepingOver({}, { storage, table: { id, assets: { [asset]: [] } } });
    await keeping.shelf.put('handrail/assets', `/_astro/${asset}`, new Response(''));
    await noteBuild(keeping);
    await dropOldAssets(keeping);
    return keeping;
  };
  await begin('first', 'a.js');
  await begin('second', 'b.js');

  const { shelf } = await begin('second', 'b.js');

  assert.deepEqual(await shelf.addresses('handrail/assets'), ['/_astro/a.js', '/_astro/b.js']);
});
