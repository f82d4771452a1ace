import { partsOf } from '../strings/parts-of.ts';

/** A whole sentence of src/strings for an element that no React makes; `slots` stand in place of `<name/>`. */
export function wordsIn(sentence: string, slots: Readonly<Record<string, Node>>): (Node | string)[] {
  return partsOf(sentence).map((part) => (part.kind === 'slot' ? (slots[part.name] ?? '') : part.text));
}
