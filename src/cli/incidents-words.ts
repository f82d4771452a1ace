import { WrongWords } from './wrong-words.ts';

export type IncidentsWanted = { kind: 'list' } | { kind: 'resolve'; slug: string };

/** What is asked of `npm run incidents`. Throws `WrongWords` where that cannot be told. */
export function readIncidentsWords(words: readonly string[]): IncidentsWanted {
  const [first, slug, ...more] = words;
  if (first === undefined || (first === 'list' && slug === undefined)) return { kind: 'list' };
  if (first === 'resolve' && slug !== undefined && more.length === 0) return { kind: 'resolve', slug };
  const problem =
    first === 'resolve' && slug === undefined ? 'Which incident is over?' : `"${words.join(' ')}" is nothing to do.`;
  const fix = 'npm run incidents lists them; npm run incidents -- resolve <slug> tells everyone who joined one.';
  throw new WrongWords('Nothing was done.', [{ problem, where: { file: 'npm run incidents' }, fix }]);
}
