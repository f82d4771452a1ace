import { filesAt } from './files-at.ts';
import type { FilterCounts, SearchAnswer, SearchOptions } from './search-answer.ts';
import { searcherOver } from './searcher.ts';

/** What the worker is asked for. */
export type WorkerQuestion =
  { kind: 'open' } | { kind: 'search' | 'count'; question: string; options: SearchOptions | undefined };
/** `base` is the address of the index, ending in a slash; the answer carries the same `id`. */
export type ToWorker = WorkerQuestion & { id: number; base: string };
export type FromWorker =
  | { id: number; kind: 'answer'; answer: SearchAnswer | FilterCounts | undefined }
  | { id: number; kind: 'failure'; problem: string };

type Searching = ReturnType<typeof searcherOver>;
const searchers = new Map<string, Searching>();

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  postMessage(await reply(data));
});

async function reply(asked: ToWorker): Promise<FromWorker> {
  const { id, base } = asked;
  try {
    return { id, kind: 'answer', answer: await answerTo(asked, searcherFor(base)) };
  } catch (error) {
    return { id, kind: 'failure', problem: String(error) };
  }
}

async function answerTo(asked: WorkerQuestion, searcher: Searching): Promise<SearchAnswer | FilterCounts | undefined> {
  switch (asked.kind) {
    case 'open':
      await searcher.open();
      return undefined;
    case 'search':
      return searcher.search(asked.question, asked.options);
    case 'count':
      return searcher.count(asked.question, asked.options);
  }
}

function searcherFor(base: string): Searching {
  const known = searchers.get(base);
  if (known) return known;
  const searcher = searcherOver(filesAt(base));
  searchers.set(base, searcher);
  return searcher;
}
