import { stemEnglish } from './stem-english.ts';

/** Languages whose words are stemmed in the index; ours must agree with Pagefind's stemmer for the language. */
const STEMMERS: Readonly<Record<string, (word: string) => string>> = { en: stemEnglish };

/** Whether words of `language` (BCP 47) are found in all their forms: "printed" by "printing". */
export function isStemmed(language: string): boolean {
  return Object.hasOwn(STEMMERS, baseOf(language));
}

/**
 * The word as it stands in the index, for a word of a question: without punctuation and accents, in lower case, as its
 * stem. Empty for what holds neither letter nor digit.
 */
export function indexWord(word: string, language: string): string {
  const plain = withoutAccents(word.toLowerCase()).replace(/[^\p{L}\p{N}\p{M}_]/gu, '');
  return STEMMERS[baseOf(language)]?.(plain) ?? plain;
}

/** "café" as "cafe", as people type and as Pagefind files it. The marks of kana are no accents: "が" is not "か". */
export function withoutAccents(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word;
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
}

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
