import { resolve } from 'node:path';
import type { Loader } from 'astro/loaders';
import { PUBLIC_DIR } from '../files/public-dir.ts';
import type { Content } from './content.ts';
import { isInside } from './is-inside.ts';
import { readContent } from './read-content.ts';
import { CONTENT_READ } from './show-mistakes.ts';

type Part = 'site' | 'audiences' | 'topics' | 'products' | 'editions' | 'videos';
type Dev = {
  logger: { error: (message: string) => void };
  watcher: { emit: (event: string, told?: string) => unknown };
};

/** An editor that saves several files at once makes one new reading. */
const QUIET_MS = 100;

/**
 * Astro content loaders for one content folder. They share a reading, because mistakes show only when files are
 * held against each other; in dev a change of any file reads all of them again, once, and fills every part.
 */
export function contentLoaders(
  folder: string,
  read: (folder: string) => Promise<Content> = readContent,
): Record<Part, Loader> {
  let reading: Promise<Content> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const fills = new Map<Part, (content: Content) => void>();

  /** A reading that began earlier may end later, and is not waited for. */
  const newest = async (): Promise<Content> => {
    for (;;) {
      const mine = (reading ??= read(folder));
      await mine.catch(() => undefined);
      if (mine === reading) return mine;
    }
  };
  const reload = async ({ logger, watcher }: Dev) => {
    const mine = (reading = read(folder));
    try {
      const content = await mine;
      if (mine !== reading) return;
      for (const fill of fills.values()) fill(content);
      watcher.emit(CONTENT_READ);
    } catch (error) {
      if (mine !== reading) return;
      // What was sound before stays on show, and the mistakes above it.
      const mistakes = error instanceof Error ? error.message : String(error);
      logger.error(mistakes);
      watcher.emit(CONTENT_READ, mistakes);
    }
  };
  const loader = (part: Part): Loader => ({
    name: `handrail-${part}`,
    async load({ store, watcher, logger }) {
      const fill = (content: Content) => {
        store.clear();
        for (const data of entriesOf(content, part)) {
          // Only dev has a watcher; a build keeps the texts of editions elsewhere, see kept-sources.ts.
          store.set({ id: data.id, data: watcher || part !== 'editions' ? data : { ...data, source: '' } });
        }
      };
      fills.set(part, fill);
      fill(await newest());
      // One part watches for all of them.
      if (part !== 'site' || !watcher) return;
      watcher.add(resolve(folder));
      const changed = (path: string) => {
        // Videos, posters and logos may lie in the other one, and a mistake goes when they are put there.
        if (!isInside(folder, path) && !isInside(PUBLIC_DIR, path)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void reload({ logger, watcher }), QUIET_MS).unref();
      };
      for (const event of ['add', 'change', 'unlink']) watcher.on(event, changed);
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
