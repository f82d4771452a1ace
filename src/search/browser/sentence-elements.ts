import type { Sentence } from '../understood.ts';
import { textElement } from './passage-element.ts';

/** Sentences with a space between them: the markup of SearchSentences.astro, which the server renders. */
export function sentenceElements(sentences: readonly Sentence[]): (Node | string)[] {
  return sentences.flatMap((sentence, position) => [
    ...(position > 0 ? [' '] : []),
    ...sentence.map(({ text, isWord, address }) => {
      if (address !== undefined) return Object.assign(textElement('a', '', text), { href: address });
      return isWord ? textElement('strong', '', text) : text;
    }),
  ]);
}
