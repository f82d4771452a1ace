import type { Searcher } from './search-answer.ts';
import type { FromWorker, WorkerQuestion } from './search-worker.ts';

/** Longer than a slow phone needs; after that a sentence helps more than waiting. */
const PATIENCE_MS = 15_000;

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/**
 * Searches the index at `base`, an address that ends in a slash, in a worker, so that no key stroke ever waits for a
 * search. Nothing is fetched before the first question or `prepare`, which a reader's focus calls; where something
 * failed, the next question tries again.
 */
export function browserSearcher(base: string): Searcher & { prepare: () => void } {
  let worker: Worker | undefined;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  /** Whatever it waits for, a new worker asks for anew. */
  const giveUp = (problem: string) => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of [...waiting.values()]) reject(new Error(problem));
  };
  const start = () => {
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      const { resolve, reject } = waiting.get(data.id) ?? {};
      if (data.kind === 'answer') resolve?.(data.answer as never);
      else reject?.(new Error(data.problem));
    });
    // The worker's own file could not be loaded, or is of a version that is gone.
    started.addEventListener('error', (event) => {
      event.preventDefault();
      giveUp('The search worker could not be started.');
    });
    return started;
  };
  const ask = <Answer>(request: WorkerQuestion): Promise<Answer> => {
    const id = ++asked;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => giveUp('The search index took too long.'), PATIENCE_MS);
      waiting.set(id, { resolve, reject });
      worker ??= start();
      worker.postMessage({ ...request, id, base: new URL(base, location.href).href });
    }).finally(() => {
      clearTimeout(timer);
      waiting.delete(id);
    });
  };
  return {
    // Somebody who has not asked anything yet need not hear that it failed.
    prepare: () => void ask({ kind: 'open' }).catch(() => undefined),
    search: (question, options) => ask({ kind: 'search', question, options }),
    count: (question, options) => ask({ kind: 'count', question, options }),
  };
}
