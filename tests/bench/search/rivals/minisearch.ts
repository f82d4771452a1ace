import { loadWords, type Words } from './words.ts';
import type { RivalWay, SearchRival } from './search-rival.ts';

type Options = { combineWith: 'OR' | 'AND'; prefix?: boolean; fuzzy?: number; boost?: { title: number } };
type MiniSearch = {
  addAll: (articles: readonly object[]) => void;
  search: (question: string, options: Options) => { id: string; score: number }[];
};
type Settings = { idField: string; fields: string[]; processTerm: (term: string) => string | null };
type Module = { default: new (settings: Settings) => MiniSearch };

const BOOSTS = [1, 2, 3, 5];
const TERMS = {
  exact: {},
  prefix: { prefix: true },
  fuzzy: { fuzzy: 0.2 },
  'prefix + fuzzy': { prefix: true, fuzzy: 0.2 },
};

export const minisearch: SearchRival = {
  name: 'MiniSearch',
  packages: ['minisearch', 'stemmer', '@orama/stopwords'],
  clientCode: `import MiniSearch from 'minisearch'; globalThis.MiniSearch = MiniSearch;`,
  indexes: async function* (load, articles) {
    const { default: MiniSearch } = (await load('minisearch')) as Module;
    const words = await loadWords(load);
    for (const stems of [false, true]) {
      for (const stops of [true, false]) {
        const index = new MiniSearch({
          idField: 'slug',
          fields: ['title', 'text'],
          processTerm: processTerm(words, stems, stops),
        });
        index.addAll(articles);
        yield {
          name: `${stems ? 'stemmed, ' : ''}${stops ? 'all words kept' : 'no stop words'}`,
          serialised: () => JSON.stringify(index),
          ways: waysOf(index),
        };
      }
    }
  },
};

function waysOf(index: MiniSearch): RivalWay[] {
  return (['OR', 'AND'] as const).flatMap((combineWith) =>
    Object.entries(TERMS).map(([name, terms]) => ({
      settings: BOOSTS.map((boost) => `${combineWith === 'OR' ? 'any word' : 'all words'}, ${name}, title × ${boost}`),
      ask: (question) => askBoosted(index, question, { combineWith, ...terms }),
    })),
  );
}

/**
 * A score is a sum over the fields, times something that no boost changes: two searches tell what the title adds, and
 * so the score for any boost. That halves the longest part of this bench.
 */
function askBoosted(index: MiniSearch, question: string, options: Options): string[][] {
  const once = index.search(question, options);
  const twice = new Map(
    index.search(question, { ...options, boost: { title: 2 } }).map(({ id, score }) => [id, score]),
  );
  return BOOSTS.map((boost) =>
    once
      .map(({ id, score }) => ({ id, score: score + (boost - 1) * ((twice.get(id) ?? score) - score) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 10)
      .map(({ id }) => id),
  );
}

function processTerm({ stem, stopWords }: Words, stems: boolean, stops: boolean): (term: string) => string | null {
  return (term) => {
    const word = term.toLowerCase();
    if (!stops && stopWords.has(word)) return null;
    return stems ? stem(word) : word;
  };
}
