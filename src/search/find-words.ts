import { indexWord } from './index/index-word.ts';
import type { Posting } from './index/packed.ts';
import type { SearchIndex } from './index/search-index.ts';
import { completions } from './index/vocabulary.ts';
import { mergePostings, type WeightedPostings } from './merge-postings.ts';
import type { Plan, PlannedWord } from './plan.ts';
import { nearestWord, type Repair } from './nearest-word.ts';

/** A word of a question, and the pages that hold it or what it stands for. */
export type FoundWord = { word: string; postings: readonly Posting[] };

export type FoundWords = { words: FoundWord[]; repairs: Repair[]; unknown: string[] };

/** Words that may be meant by a beginning; each costs a piece of the index. */
const COMPLETIONS = 4;
/** Shorter beginnings may be that of anything; beside other words they are waited for. */
const MIN_BEGINNING = 3;
/** In shorter words another first letter makes another word. */
const MIN_FOR_FIRST_LETTER = 5;
/** What another word for the same thing counts beside the word that was typed. */
const OTHER_WORD = 0.7;

/**
 * Looks the words of a plan up: as they are, with their synonyms; where the site does not know one, by its parts, as
 * the nearest word of the site, or as two words. `literal` repairs nothing.
 */
export async function findWords(index: SearchIndex, plan: Plan, { literal = false } = {}): Promise<FoundWords> {
  // What the reader is in the middle of says little yet, where other words stand before it.
  const isMeant = ({ word }: PlannedWord) =>
    word !== plan.unfinished || word.length >= MIN_BEGINNING || plan.words.length === 1;
  const all = await Promise.all(
    plan.words.map((planned) =>
      isMeant(planned)
        ? findWord(index, planned, plan.unfinished, { literal, isAlone: plan.words.length === 1 })
        : findAsTyped(index, planned),
    ),
  );
  return {
    words: all.flatMap(({ found }) => found),
    repairs: all.flatMap(({ repair }) => repair ?? []),
    unknown: plan.words.filter((word, at) => all[at]?.found.length === 0 && isMeant(word)).map(({ word }) => word),
  };
}

type Lookup = { found: FoundWord[]; repair?: Repair };

async function findWord(
  index: SearchIndex,
  { word, parts }: PlannedWord,
  unfinished: string | undefined,
  { literal, isAlone }: { literal: boolean; isAlone: boolean },
): Promise<Lookup> {
  if (word === unfinished) {
    const begun = await findBeginning(index, word);
    if (begun.length > 0) return { found: [{ word, postings: mergePostings(begun) }] };
  }
  const known = await findKnown(index, word);
  if (known) return { found: [known] };
  const ofParts = (await Promise.all(parts.map((part) => findKnown(index, part)))).filter((part) => part !== undefined);
  if (ofParts.length > 0) return { found: ofParts };
  if (literal) return { found: [] };
  for (const searched of await meantBy(index, word, { isUnfinished: word === unfinished, isAlone })) {
    const words = await Promise.all(searched.split(' ').map((part) => findKnown(index, part)));
    const found = words.filter((part) => part !== undefined);
    if (found.length > 0) return { found, repair: { typed: word, searched } };
  }
  return { found: [] };
}

async function findAsTyped(index: SearchIndex, { word }: PlannedWord): Promise<Lookup> {
  const known = await findKnown(index, word);
  return { found: known ? [known] : [] };
}

/** A word that the site knows, with the site's other words for the same. */
async function findKnown(index: SearchIndex, word: string): Promise<FoundWord | undefined> {
  const wanted = indexWord(word, index.language);
  if (wanted === '') return undefined;
  const others = synonymsOf(index, wanted);
  const [exact, ...alike] = await Promise.all([wanted, ...others].map((other) => index.postings(other)));
  const lists: WeightedPostings[] = [
    ...(exact ? [{ postings: exact, weight: 1 }] : []),
    ...alike.flatMap((postings) => (postings ? [{ postings, weight: OTHER_WORD }] : [])),
  ];
  return lists.length > 0 ? { word, postings: mergePostings(lists) } : undefined;
}

function synonymsOf({ synonyms, language }: SearchIndex, wanted: string): string[] {
  const groups = synonyms.map((group) => group.map((word) => indexWord(word, language)));
  const others = groups.filter((group) => group.includes(wanted)).flat();
  return [...new Set(others)].filter((other) => other !== wanted);
}

/** What may be meant by a beginning; always the same words, whatever has been loaded before. */
async function findBeginning(index: SearchIndex, beginning: string): Promise<WeightedPostings[]> {
  const typed = indexWord(beginning, index.language);
  const likely = await wordsBeginning(index, beginning, typed);
  const others = [...synonymsOf(index, typed), ...new Set(likely)].filter((word) => word !== typed);
  const found = await Promise.all([typed, ...others].map((word) => index.postings(word)));
  return found.flatMap((postings, at) => (postings ? [{ postings, weight: at === 0 ? 1 : OTHER_WORD }] : []));
}

/** Index words that are likely to be meant: common ones first; of codes, which the vocabulary does not hold, any. */
async function wordsBeginning(index: SearchIndex, beginning: string, typed: string): Promise<string[]> {
  if (/\p{N}/u.test(beginning)) return (await index.indexWordsFrom(typed)).slice(0, COMPLETIONS);
  const words = completions(await index.vocabulary(beginning), beginning, COMPLETIONS * 4);
  return [...new Set(words.map((word) => indexWord(word, index.language)))].slice(0, COMPLETIONS);
}

/** What an unknown word may have been meant to be, best first: another word, or two that belong apart. */
async function meantBy(
  index: SearchIndex,
  word: string,
  { isUnfinished, isAlone }: { isUnfinished: boolean; isAlone: boolean },
): Promise<string[]> {
  const near = nearestWord(word, await index.vocabulary(word), { isUnfinished });
  if (near !== undefined) return [near];
  const apart = await inTwo(index, word);
  if (apart !== undefined || word.length < MIN_FOR_FIRST_LETTER) return apart === undefined ? [] : [apart];
  // The first letter is wrong, missing, or changed places with the second; then all else has to be right. The words of
  // all letters are a download that is worth it where nothing else would be found.
  const letter = isAlone ? '' : word.charAt(1);
  const withAnother = nearestWord(word, await index.vocabulary(letter), { isUnfinished, errors: 1 });
  return withAnother === undefined ? [] : [withAnother];
}

/** "harddisk" as "hard disk": both halves words of the site, the first as long as possible. */
async function inTwo(index: SearchIndex, word: string): Promise<string | undefined> {
  if (!/^\p{L}{6,}$/u.test(word)) return undefined;
  const { words } = await index.vocabulary(word);
  const first = words.filter((part) => part.length <= word.length - 3 && word.startsWith(part)).sort(byLength);
  for (const part of first) {
    const rest = word.slice(part.length);
    if ((await index.vocabulary(rest)).words.includes(rest)) return `${part} ${rest}`;
  }
  return undefined;
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}
