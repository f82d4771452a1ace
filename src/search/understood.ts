import { LONGEST_QUESTION } from './longest-question.ts';
import { withFilter, writeAsked, type Asked } from './result-address.ts';
import type { SearchAnswer } from './search-answer.ts';
import { listed } from './wording.ts';

/** A piece of a sentence: plain, set off because it was searched for, or leading on. */
export type SentencePart = { text: string; isWord?: true; address?: string };
export type Sentence = SentencePart[];

/**
 * What was made of a question, where that is not plain, with the way back: "Searched for printer. Search for pritner
 * instead." Addresses are those of the results page, from their question mark on. Empty where all was taken as typed.
 */
export function understood(answer: SearchAnswer, asked: Asked): Sentence[] {
  return [
    ...cutShort(asked),
    ...repaired(answer, asked),
    ...leftOut(answer),
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
  return [[{ text: 'That is a long text, so we searched for what its beginning says.' }]];
}

function repaired({ repairs }: SearchAnswer, asked: Asked): Sentence[] {
  if (asked.literal) {
    const address = writeAsked({ question: asked.question, filters: asked.filters, ...kept(asked) });
    return [
      [{ text: 'Searched for the words exactly as typed.' }],
      [{ text: 'Search with typing errors corrected', address }],
    ];
  }
  if (repairs.length === 0) return [];
  const typed = listed(repairs.map((repair) => repair.typed));
  return [
    [{ text: 'Searched for ' }, ...words(repairs.map(({ searched }) => searched)), { text: '.' }],
    [{ text: `Search for ${typed} instead`, address: writeAsked({ ...asked, literal: true }) }],
  ];
}

function kept({ reader }: Asked): Pick<Asked, 'reader'> {
  return reader ? { reader } : {};
}

/** Where nothing was found, the words need not be named twice. */
function leftOut({ rows, unknown }: SearchAnswer): Sentence[] {
  if (rows.length === 0 || unknown.length === 0) return [];
  const it = unknown.length === 1 ? 'it' : 'them';
  return [
    [{ text: 'No article contains ' }, ...words(unknown, 'disjunction'), { text: `, so we searched without ${it}.` }],
  ];
}

/** Whoever names a version has named its product, so that is not said as well. */
function namedVersion({ namedVersion: version, rows }: SearchAnswer, asked: Asked): Sentence[] {
  if (!version || rows.length === 0) return [];
  const label = /\p{L}/u.test(version.label) ? version.label : `version ${version.label}`;
  const only = withFilter(withFilter(asked, 'product', version.product), 'version', version.id);
  return [
    [{ text: `Searched in ${label}, because you named it.` }],
    [{ text: `Only ${label}`, address: writeAsked(only) }],
  ];
}

function namedProduct({ namedProduct: product, rows }: SearchAnswer, asked: Asked): Sentence[] {
  if (!product || rows.length === 0) return [];
  const { id, title } = product;
  const own = rows.filter((row) => row.product === title).length;
  // One about another product may still say so much more that it comes before.
  const areFirst = own > 0 && rows.slice(0, own).every((row) => row.product === title);
  const order = areFirst
    ? `Articles for ${title} first, because you named it.`
    : `You named ${title}, so its articles count for more.`;
  return [[{ text: order }], [{ text: `Only ${title}`, address: writeAsked(withFilter(asked, 'product', id)) }]];
}

function forOthers({ rows }: SearchAnswer): Sentence[] {
  if (rows.length === 0 || rows.some(({ onlyFor }) => onlyFor === undefined)) return [];
  return [[{ text: 'These are all for another version or other readers. Each says which.' }]];
}

function words(all: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): SentencePart[] {
  return new Intl.ListFormat('en', { type })
    .formatToParts(all)
    .map(({ type: kind, value }) => (kind === 'element' ? { text: value, isWord: true } : { text: value }));
}
