import { understoodAs as inWords } from '../strings/en/search.ts';
import { LONGEST_QUESTION } from './longest-question.ts';
import { withFilter, writeAsked, type Asked } from './result-address.ts';
import type { SearchAnswer } from './search-answer.ts';

/** A piece of a sentence: plain, set off because it was searched for, or leading on. */
export type SentencePart = { text: string; isWord?: true; address?: string };
export type Sentence = SentencePart[];

/**
 * What was made of a question, where that is not plain, with the way back: "Searched for printer. Search for pritner
 * instead." Addresses are those of the results page, from their question mark on. Empty where all was taken as typed.
 * `language` is the site's, in which words are listed.
 */
export function understood(answer: SearchAnswer, asked: Asked, language: string): Sentence[] {
  return [
    ...cutShort(asked),
    ...repaired(answer, asked, language),
    ...leftOut(answer, language),
    ...(answer.namedVersion ? namedVersion(answer, asked) : namedProduct(answer, asked)),
    ...forOthers(answer),
  ];
}

/** The same without the ways on, for the box and for screen readers. */
export function inPlainWords(sentences: readonly Sentence[]): string {
  return sentences
    .filter((sentence) => sentence.every(({ address }) => address === undefined))
    .map((sentence) => sentence.map(({ text }) => text).join(''))
    .join(' ');
}

function cutShort({ question }: Asked): Sentence[] {
  if (question.length < LONGEST_QUESTION) return [];
  return [[{ text: inWords.beginning }]];
}

function repaired({ repairs }: SearchAnswer, asked: Asked, language: string): Sentence[] {
  if (asked.literal) {
    const address = writeAsked({ question: asked.question, filters: asked.filters, ...kept(asked) });
    return [[{ text: inWords.literal }], [{ text: inWords.notLiteral, address }]];
  }
  if (repairs.length === 0) return [];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const typed = list.format(repairs.map((repair) => repair.typed));
  return [
    withWords(inWords.repaired, list.formatToParts(repairs.map(({ searched }) => searched))),
    [{ text: inWords.asTyped(typed), address: writeAsked({ ...asked, literal: true }) }],
  ];
}

function kept({ reader }: Asked): Pick<Asked, 'reader'> {
  return reader ? { reader } : {};
}

/** Where nothing was found, the words need not be named twice. */
function leftOut({ rows, unknown }: SearchAnswer, language: string): Sentence[] {
  if (rows.length === 0 || unknown.length === 0) return [];
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  return [withWords(inWords.leftOut(unknown.length), list.formatToParts(unknown))];
}

/** Whoever names a version has named its product, so that is not said as well. */
function namedVersion({ namedVersion: version, rows }: SearchAnswer, asked: Asked): Sentence[] {
  if (!version || rows.length === 0) return [];
  const label = /\p{L}/u.test(version.label) ? version.label : inWords.version(version.label);
  const only = withFilter(withFilter(asked, 'product', version.product), 'version', version.id);
  return [[{ text: inWords.inVersion(label) }], [{ text: inWords.only(label), address: writeAsked(only) }]];
}

function namedProduct({ namedProduct: product, rows }: SearchAnswer, asked: Asked): Sentence[] {
  if (!product || rows.length === 0) return [];
  const { id, title } = product;
  const own = rows.filter((row) => row.product === title).length;
  // One about another product may still say so much more that it comes before.
  const areFirst = own > 0 && rows.slice(0, own).every((row) => row.product === title);
  const order = areFirst ? inWords.productFirst(title) : inWords.productCounts(title);
  return [[{ text: order }], [{ text: inWords.only(title), address: writeAsked(withFilter(asked, 'product', id)) }]];
}

function forOthers({ rows }: SearchAnswer): Sentence[] {
  if (rows.length === 0 || rows.some(({ onlyFor }) => onlyFor === undefined)) return [];
  return [[{ text: inWords.forOthers }]];
}

/** `listed` stands where the sentence has `<words/>`. */
function withWords(sentence: string, listed: readonly { type: 'element' | 'literal'; value: string }[]): Sentence {
  const words = listed.map(({ type, value }): SentencePart =>
    type === 'element' ? { text: value, isWord: true } : { text: value },
  );
  const [before = '', after = ''] = sentence.split('<words/>');
  return [{ text: before }, ...words, { text: after }].filter(({ text }) => text !== '');
}
