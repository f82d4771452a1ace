import { relative, resolve, sep } from 'node:path';
import type { Loader } from 'astro/loaders';
import type { Content } from './content.ts';
import { readContent } from './read-content.ts';

type Part = 'site' | 'audiences' | 'topics' | 'products' | 'editions' | 'videos';

/**
 * Astro content loaders for one content folder. They share a reading, because mistakes show only when files are
 * held against each other; in dev a change of any file reads all of them again.
 */
export function contentLoaders(folder: string): Record<Part, Loader> {
  let reading: Promise<Content> | undefined;
  const content = () => (reading ??= readContent(folder));
  const loader = (part: Part): Loader => ({
    name: `handrail-${part}`,
    async load({ store, watcher, logger }) {
      const fill = async () => {
        const entries = entriesOf(await content(), part);
        store.clear();
        for (const data of entries) store.set({ id: data.id, data });
      };
      await fill();
      const reload = (path: string) => {
        if (!isInside(folder, path)) return;
        reading = undefined;
        // All parts share the reading and its mistakes; one of them says it. What was sound before stays on show.
        fill().catch((error: unknown) => {
          if (part === 'site') logger.error(error instanceof Error ? error.message : String(error));
        });
      };
      watcher?.add(resolve(folder));
      for (const event of ['add', 'change', 'unlink']) watcher?.on(event, reload);
    },
  });
  return {
    site: loader('site'),
    audiences: loader('audiences'),
    topics: loader('topics'),
    products: loader('products'),
    editions: loader('editions'),
    videos: loader('videos'),
  };
}

/** Lists keep their order by `position`, because a store does not. */
function entriesOf(content: Content, part: Part): ({ id: string } & Record<string, unknown>)[] {
  if (part === 'site') return [{ id: 'site', ...content.site }];
  return content[part].map((entry, position) => ({ ...entry, position }));
}

function isInside(folder: string, path: string): boolean {
  const from = relative(resolve(folder), resolve(path));
  return from !== '' && !from.startsWith(`..${sep}`) && from !== '..';
}
