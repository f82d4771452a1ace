import type { NamedProduct } from './index/search-index.ts';
import { phraseOf } from './plan.ts';
import { stopWordsOf } from './stop-words.ts';

/**
 * The product that a question names, by a word of its title that no other product's title holds: "mini" for
 * "Northlight Mini" beside "Northlight Sync". Undefined where none or several are named.
 */
export function namedProduct(
  phrase: string,
  products: readonly NamedProduct[],
  language = 'en',
): NamedProduct | undefined {
  const stopWords = stopWordsOf(language);
  const names = phrase.split(' ').filter((word) => !stopWords.has(word) && /\p{L}{2}/u.test(word));
  const asked = new Set(names);
  const titles = products.map(({ title }) => phraseOf(title).split(' '));
  const named = products.filter((_, at) =>
    titles[at]?.some(
      (word) => asked.has(word) && titles.every((words, other) => other === at || !words.includes(word)),
    ),
  );
  return products.length > 1 && named.length === 1 ? named[0] : undefined;
}
