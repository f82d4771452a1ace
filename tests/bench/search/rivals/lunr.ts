import type { RivalArticle, RivalWay, SearchRival } from './search-rival.ts';

type Clause = { boost?: number; editDistance?: number; wildcard?: number; usePipeline?: boolean; presence?: number };
type Index = { query: (ask: (query: { term: (term: unknown, clause: Clause) => void }) => void) => { ref: string }[] };
type Builder = {
  ref: (field: string) => void;
  field: (name: string, settings?: { boost: number }) => void;
  add: (article: RivalArticle) => void;
};
type Lunr = {
  (configure: (this: Builder) => void): Index;
  tokenizer: (text: string) => unknown[];
  Query: { wildcard: { TRAILING: number }; presence: { REQUIRED: number } };
};

const BOOSTS = [1, 3, 5];

export const lunr: SearchRival = {
  name: 'Lunr',
  packages: ['lunr'],
  clientCode: `import lunr from 'lunr'; globalThis.lunr = lunr;`,
  indexes: async function* (load, articles) {
    const { default: engine } = (await load('lunr')) as { default: Lunr };
    for (const boost of BOOSTS) {
      const index = engine(function () {
        this.ref('slug');
        this.field('title', { boost });
        this.field('text');
        for (const article of articles) this.add(article);
      });
      yield {
        name: `stemmed, no stop words, title × ${boost}`,
        serialised: () => JSON.stringify(index),
        ways: waysOf(engine, index),
      };
    }
  },
};

function waysOf({ tokenizer, Query }: Lunr, index: Index): RivalWay[] {
  const required = { presence: Query.presence.REQUIRED };
  const fuzzy = { editDistance: 1 };
  // What is looked for by its beginning must not be stemmed first.
  const prefix = { wildcard: Query.wildcard.TRAILING, usePipeline: false };
  const ways: Record<string, Clause[]> = {
    'any word, exact': [{}],
    'any word, fuzzy ~1': [fuzzy],
    'any word, exact before fuzzy ~1': [{ boost: 10 }, fuzzy],
    'any word, exact before prefix': [{ boost: 10 }, prefix],
    'all words, exact': [required],
    'all words, fuzzy ~1': [{ ...required, ...fuzzy }],
  };
  return Object.entries(ways).map(([name, clauses]) => ({
    settings: [name],
    ask: (question) => {
      const found = index.query((query) => {
        for (const term of tokenizer(question)) for (const clause of clauses) query.term(term, { ...clause });
      });
      return [found.slice(0, 10).map(({ ref }) => ref)];
    },
  }));
}
