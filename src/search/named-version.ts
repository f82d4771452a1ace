import type { NamedProduct, NamedVersion } from './index/search-index.ts';
import { phraseOf } from './plan.ts';
import { stopWordsOf } from './stop-words.ts';

/**
 * The version of `product` that a question names: by its label ("Sync 3"), or by its id behind a word of the product's
 * title or the word version ("northlight 3", "version 3", "v3"). Undefined where none or several are named.
 */
export function namedVersion(
  phrase: string,
  { title, versions = [] }: NamedProduct,
  language = 'en',
): NamedVersion | undefined {
  if (versions.length < 2) return undefined;
  const stopWords = stopWordsOf(language);
  const titleWords = phraseOf(title).split(' ');
  const before = [...titleWords.filter((word) => !stopWords.has(word)), 'version', 'v'];
  const named = versions.flatMap((version) => {
    const id = phraseOf(version.id);
    const label = phraseOf(version.label);
    // A number alone may count anything: "3 folders".
    const labels = /\p{L}/u.test(label) ? [label] : [];
    const names = [...labels, ...before.map((word) => `${word} ${id}`), `v${id}`];
    const name = names.filter((words) => stands(words, phrase)).sort((a, b) => b.length - a.length)[0];
    return name === undefined ? [] : [{ version, name }];
  });
  // "Redwood Coast" holds "Redwood", and is not meant by it.
  const meant = named.filter(({ name }) => named.every((other) => other.name === name || !stands(name, other.name)));
  return meant.length === 1 ? meant[0]?.version : undefined;
}

function stands(words: string, phrase: string): boolean {
  return ` ${phrase} `.includes(` ${words} `);
}
