const LONGEST_LINE = 42;

/** A caption as one line or two of about the same length, broken between words. */
export function captionLines(sentence: string): string[] {
  if (sentence.length <= LONGEST_LINE) return [sentence];
  const words = sentence.split(' ');
  const splits = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));
  return splits.reduce((best, split) => (longest(split) < longest(best) ? split : best), [sentence]);
}
