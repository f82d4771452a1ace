import { endsSentence } from '../articles/ends-sentence.ts';
import type { FoundPage } from './found-page.ts';
import type { RankedPage } from './rank-pages.ts';

/** A piece of a passage; as text and not as HTML, so that nothing in an article or a question can be injected. */
export type TextPart = { text: string; marked: boolean };

/** The passage of a page that answers best, and the heading above it, if there is one. */
export type Passage = { parts: TextPart[]; heading?: { id: string; text: string } };

type Match = RankedPage['matches'][number];
type Span = { from: number; to: number; heading?: { id: string; text: string } };

/** About three lines on a phone. */
const WIDTH = 32;
/** How far back a passage reaches for the beginning of its sentence. */
const REACH = 18;
/** As Pagefind parts words when it counts places. */
const SPACE = /[^\S\uFEFF]+/;

/** Where most of the question stands together, rare words first; the summary where none stands in the text. */
export function bestPassage(page: FoundPage, matches: readonly Match[]): Passage {
  const words = page.text.split(SPACE).filter(Boolean);
  const section = best(sectionsOf(page, words.length), matches);
  const start = Math.min(section.from + (section.heading ? wordCount(section.heading.text) : 0), section.to);
  const [first, ...others] = placesIn({ from: start, to: section.to }, matches).map((place) =>
    windowAt(place, words, start, section.to),
  );
  const opening = { from: start, to: Math.min(section.to, start + WIDTH) };
  const window = first ? best([first, ...others], matches) : opening;
  return {
    parts: cut(words, window, { from: start, to: section.to }, matches),
    ...(section.heading && { heading: section.heading }),
  };
}

function sectionsOf(page: FoundPage, end: number): [Span, ...Span[]] {
  const headings = [...page.headings].sort((a, b) => a.place - b.place);
  const below = headings.map(({ id, text, place }, index) => ({
    from: place,
    to: headings[index + 1]?.place ?? end,
    heading: { id, text },
  }));
  return [{ from: 0, to: headings[0]?.place ?? end }, ...below];
}

function windowAt(place: number, words: readonly string[], from: number, to: number): Span {
  const earliest = Math.max(from, place - REACH);
  const places = Array.from({ length: place - earliest + 1 }, (_, back) => place - back);
  const wordBefore = (at: number) => words[at - 1] ?? '';
  const begins = (at: number) => at === from || endsSentence(wordBefore(at));
  // What stands before a colon says what this is of: the name of a row, or a question. It comes along where it can.
  const start =
    places.find((at) => begins(at) && (at === from || !wordBefore(at).endsWith(':'))) ??
    places.find(begins) ??
    Math.max(earliest, place - 3);
  return { from: start, to: Math.min(to, start + WIDTH) };
}

/** The span with the rarest words of the question in it; where two are alike, the one with more of them, the first. */
function best(spans: readonly [Span, ...Span[]], matches: readonly Match[]): Span {
  // Repeats decide only between spans that hold the same words.
  const worth = ({ from, to }: Span) =>
    matches.reduce((sum, { rarity, places }) => {
      const count = places.filter((place) => place >= from && place < to).length;
      return count > 0 ? sum + rarity + Math.min(count, 9) / 1000 : sum;
    }, 0);
  return spans.reduce((winner, span) => (worth(span) > worth(winner) ? span : winner));
}

function placesIn({ from, to }: Span, matches: readonly Match[]): number[] {
  const places = matches.flatMap(({ places }) => places.filter((place) => place >= from && place < to));
  return [...new Set(places)].sort((a, b) => a - b);
}

function cut(words: readonly string[], { from, to }: Span, within: Span, matches: readonly Match[]): TextPart[] {
  const marked = new Set(matches.flatMap(({ places }) => places));
  const parts: TextPart[] = [];
  const add = (text: string, isMarked: boolean) => {
    const last = parts.at(-1);
    if (last && last.marked === isMarked) last.text += text;
    else if (text !== '') parts.push({ text, marked: isMarked });
  };
  if (from > within.from && !endsSentence(words[from - 1] ?? '')) add('… ', false);
  words.slice(from, to).forEach((word, index) => {
    if (index > 0) add(' ', false);
    if (!marked.has(from + index)) return add(word, false);
    const core = /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u.exec(word);
    if (!core) return add(word, false);
    add(word.slice(0, core.index), false);
    add(core[0], true);
    add(word.slice(core.index + core[0].length), false);
  });
  if (to < within.to && !endsSentence(words[to - 1] ?? '')) add(' …', false);
  return parts;
}

function wordCount(text: string): number {
  return text.split(SPACE).filter(Boolean).length;
}
