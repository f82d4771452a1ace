import type { RivalArticle, RivalWay, SearchRival } from './search-rival.ts';

type Database = { readonly brand: 'Orama' };
type Query = { term: string; limit: number; tolerance: number; threshold: number; boost: { title: number } };
type Module = {
  create: (settings: object) => Database;
  insertMultiple: (database: Database, articles: readonly RivalArticle[]) => Promise<unknown>;
  search: (database: Database, query: Query) => Promise<{ hits: { document: { slug: string } }[] }>;
  save: (database: Database) => object;
};
type Stemmer = { stemmer: (word: string) => string };
type StopWords = { stopwords: string[] };

/** 1, its own default, takes articles with any of the words, 0 those with all of them. */
const THRESHOLDS = { 'any word': 1, 'all words': 0 };
const BOOSTS = [1, 3];

export const orama: SearchRival = {
  name: 'Orama',
  packages: ['@orama/orama', '@orama/stemmers', '@orama/stopwords'],
  clientCode: `import { create, load, search } from '@orama/orama'; globalThis.orama = { create, load, search };`,
  indexes: async function* (load, articles) {
    const engine = (await load('@orama/orama')) as Module;
    const { stemmer } = (await load('@orama/stemmers/english')) as Stemmer;
    const { stopwords: stopWords } = (await load('@orama/stopwords/english')) as StopWords;
    const stemming = { language: 'english', stemming: true, stemmer };
    const tokenizers = { default: undefined, stemmed: stemming, 'stemmed, no stop words': { ...stemming, stopWords } };
    for (const [name, tokenizer] of Object.entries(tokenizers)) {
      const database = engine.create({
        schema: { title: 'string', text: 'string' },
        sort: { enabled: false },
        ...(tokenizer && { components: { tokenizer } }),
      });
      await engine.insertMultiple(database, articles);
      // The documents themselves stand in it too; a page would rather fetch those that it shows.
      const serialised = () => JSON.stringify({ ...engine.save(database), docs: undefined });
      yield { name, serialised, ways: waysOf(engine, database) };
    }
  },
};

function waysOf({ search }: Module, database: Database): RivalWay[] {
  return Object.entries(THRESHOLDS).flatMap(([words, threshold]) =>
    [0, 1].flatMap((tolerance) =>
      BOOSTS.map((title) => ({
        settings: [`${words}, tolerance ${tolerance}, title × ${title}`],
        ask: async (term) => {
          const { hits } = await search(database, { term, limit: 10, tolerance, threshold, boost: { title } });
          return [hits.map(({ document }) => document.slug)];
        },
      })),
    ),
  );
}
