import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { LoaderContext } from 'astro/loaders';
import { contentLoaders } from '../../../src/articles/content-loader.ts';
import type { Content } from '../../../src/articles/content.ts';
import { CONTENT_READ } from '../../../src/articles/show-mistakes.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';

test('all parts are filled from one reading', async (t) => {
  const { readings, titles } = await loaded(t);

  assert.equal(readings.length, 1);
  assert.deepEqual(titles(), ['one', 'one']);
});

test('files that are saved together are read once, and every part shows what they say', async (t) => {
  const { readings, save, titles } = await loaded(t);

  await save('content/site.yaml', 'content/articles/a.mdx', 'content/topics.yaml');
  await readings[1]?.end('two');

  assert.equal(readings.length, 2);
  assert.deepEqual(titles(), ['two', 'two']);
});

test('a reading that began earlier and ends later changes nothing any more', async (t) => {
  const { readings, save, titles } = await loaded(t);
  await save('content/site.yaml');
  await save('content/site.yaml');

  await readings[2]?.end('three');
  await readings[1]?.end('two');

  assert.deepEqual(titles(), ['three', 'three']);
});

test('mistakes are said once, and what was sound before stays on show', async (t) => {
  const { readings, save, titles, errors } = await loaded(t);
  await save('content/site.yaml');

  await readings[1]?.fail(new Mistakes('One mistake.', []));

  assert.deepEqual(titles(), ['one', 'one']);
  assert.equal(errors.length, 1);
  assert.match(errors[0] ?? '', /^One mistake\./);
});

test('what each new reading found is told to whoever shows it in the browser, in the words of the terminal', async (t) => {
  const { readings, save, errors, told } = await loaded(t);
  await save('content/site.yaml');
  await readings[1]?.fail(new Mistakes('One mistake.', []));
  await save('content/site.yaml');

  await readings[2]?.end('two');

  assert.equal(errors.length, 1);
  assert.deepEqual(told, [errors[0], undefined]);
});

test('mistakes of a reading that began earlier and ends later are told to nobody', async (t) => {
  const { readings, save, errors, told } = await loaded(t);
  await save('content/site.yaml');
  await save('content/site.yaml');

  await readings[2]?.end('three');
  await readings[1]?.fail(new Mistakes('One mistake.', []));

  assert.deepEqual([errors, told], [[], [undefined]]);
});

test('a file outside the content is none of its business', async (t) => {
  const { readings, save } = await loaded(t);

  await save('src/a.ts', 'content-of-others/site.yaml', '../content/site.yaml');

  assert.equal(readings.length, 1);
});

test('a file that is put into public/ is read, for a mistake may have been that it was not there', async (t) => {
  const { readings, save } = await loaded(t);

  await save('public/videos/restore.mp4');

  assert.equal(readings.length, 2);
});

/** The loaders as `astro dev` runs them, over readings that end when the test says so; the first says "one". */
async function loaded(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const readings: { end: (title: string) => Promise<void>; fail: (error: Error) => Promise<void> }[] = [];
  const loaders = contentLoaders('content', () => {
    const { promise, resolve, reject } = Promise.withResolvers<Content>();
    readings.push({
      end: async (title) => (resolve(contentOf(title)), await setImmediate()),
      fail: async (error) => (reject(error), await setImmediate()),
    });
    return promise;
  });
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  const errors: string[] = [];
  const told: unknown[] = [];
  watcher.on(CONTENT_READ, (mistakes) => told.push(mistakes));
  const stores = new Map<string, Map<string, Record<string, unknown>>>();
  const loading = Object.entries(loaders).map(([part, { load }]) => {
    const store = new Map<string, Record<string, unknown>>();
    stores.set(part, store);
    return load({
      store: {
        clear: () => store.clear(),
        set: ({ id, data }: { id: string; data: Record<string, unknown> }) => store.set(id, data),
      },
      watcher,
      logger: { error: (message: string) => errors.push(message) },
    } as unknown as LoaderContext);
  });
  await readings[0]?.end('one');
  await Promise.all(loading);
  const save = async (...paths: string[]) => {
    for (const path of paths) watcher.emit('change', path);
    t.mock.timers.tick(1_000);
    await setImmediate();
  };
  const titles = () => [stores.get('site')?.get('site')?.['title'], stores.get('topics')?.get('files')?.['title']];
  return { readings, errors, told, save, titles };
}

function contentOf(title: string): Content {
  const lists = { audiences: [], products: [], editions: [], videos: [] };
  return { ...lists, site: { title }, topics: [{ id: 'files', title, summary: '' }] } as unknown as Content;
}
