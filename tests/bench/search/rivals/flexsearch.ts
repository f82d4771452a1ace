import type { RivalArticle, SearchRival } from './search-rival.ts';

type Index = {
  add: (article: RivalArticle) => void;
  search: (question: string, options: object) => { id: string }[];
  export: (keep: (key: string, text: string | undefined) => void) => unknown;
};
type Module = {
  Document: new (settings: object) => Index;
  Encoder: new (...settings: unknown[]) => object;
  Charset: Record<'Default' | 'LatinBalance' | 'LatinSoundex', object>;
};

/** `tolerant` is its own answer to swapped and missing letters. */
const TOKENIZERS = ['strict', 'forward', 'tolerant'];

export const flexsearch: SearchRival = {
  name: 'FlexSearch',
  packages: ['flexsearch'],
  clientCode: `import { Document, Encoder } from 'flexsearch'; globalThis.flexsearch = { Document, Encoder };`,
  indexes: async function* (load, articles) {
    const { Document, Encoder, Charset } = (await load('flexsearch')) as Module;
    const { default: english } = await load('flexsearch/lang/en');
    const encoders = {
      default: Charset.Default,
      balanced: Charset.LatinBalance,
      soundex: Charset.LatinSoundex,
      English: new Encoder(Charset.Default, english),
    };
    for (const [encoding, encoder] of Object.entries(encoders)) {
      for (const tokenize of TOKENIZERS) {
        const index = new Document({ document: { id: 'slug', index: ['title', 'text'] }, tokenize, encoder });
        for (const article of articles) index.add(article);
        yield {
          name: `${encoding}, ${tokenize}`,
          serialised: () => exported(index),
          ways: [true, false].map((suggest) => ({
            settings: [suggest ? 'any word' : 'all words'],
            ask: (question) => [
              index
                .search(question, { limit: 10, suggest, merge: true })
                .map(({ id }) => id)
                .slice(0, 10),
            ],
          })),
        };
      }
    }
  },
};

async function exported(index: Index): Promise<string> {
  const texts: string[] = [];
  await index.export((key, text) => texts.push(`${key}\n${text ?? ''}`));
  return texts.join('\n');
}
