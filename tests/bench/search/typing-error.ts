import { seededRandom } from '../random.ts';

/** A question as it stands in the file, and as somebody in haste types it. */
export const TYPINGS = ['as asked', 'one typing error'] as const;
export type Typing = (typeof TYPINGS)[number];

/**
 * `question` with two neighbouring letters of its longest word swapped, the same ones for the same seed. The first
 * letter stays, and the letters differ; a question in which no word allows that stays as it is.
 */
export function withTypingError(question: string, seed: number): string {
  const words = [...question.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({ word, index }));
  for (const { word, index } of words.sort((a, b) => b.word.length - a.word.length)) {
    const places = placesToSwap(word);
    const place = places[Math.floor(seededRandom(seed)() * places.length)];
    if (place === undefined) continue;
    const swapped = word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2);
    return question.slice(0, index) + swapped + question.slice(index + word.length);
  }
  return question;
}

/** Where a letter differs from the next one, and not by case alone: search does not tell cases apart. */
function placesToSwap(word: string): number[] {
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, index) => index + 1).filter(
    (place) => word.charAt(place).toLowerCase() !== word.charAt(place + 1).toLowerCase(),
  );
}
