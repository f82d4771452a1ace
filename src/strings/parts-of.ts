/** A stretch of a string: plain, or one that something is made of where it is shown, such as a link. */
export type StringPart =
  | { kind: 'text'; text: string }
  /** `<name>text</name>`: a link, or emphasis. */
  | { kind: 'marked'; name: string; text: string }
  /** `<name/>`: something that is put in, such as a time. */
  | { kind: 'slot'; name: string };

const MARK = /<([a-z][a-zA-Z]*)(?:\/>|>([^<]*)<\/\1>)/g;

/**
 * The parts of a whole sentence of src/strings, so that a translator moves links and times about as the language wants.
 * Marks do not nest, and what is no mark stays text: `a < b`.
 */
export function partsOf(sentence: string): StringPart[] {
  const parts: StringPart[] = [];
  let end = 0;
  for (const mark of sentence.matchAll(MARK)) {
    if (mark.index > end) parts.push({ kind: 'text', text: sentence.slice(end, mark.index) });
    const [whole, name = '', text] = mark;
    parts.push(text === undefined ? { kind: 'slot', name } : { kind: 'marked', name, text });
    end = mark.index + whole.length;
  }
  if (end < sentence.length) parts.push({ kind: 'text', text: sentence.slice(end) });
  return parts;
}
