/**
 * The stem of an English word, by the Snowball English stemmer (Porter 2) in the revision of Snowball 3, which
 * Pagefind puts its English words into the index by: https://snowballstem.org/algorithms/english/stemmer.html. The
 * packages that there are follow older revisions, so that "added" or "internal" would not be found. Expects lower
 * case; other words than English ones come out as they are, or nearly so.
 */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  const start = markConsonantY(word.replace(/^'/, ''));
  const regions = regionsOf(start);
  const singular = withoutPlural(start.replace(/'s'$|'s$|'$/, ''));
  if (FINISHED.has(singular)) return singular;
  const steps = [withoutPast, withFinalI, shorten(LONG_ENDINGS), shorten(MIDDLE_ENDINGS), withoutEnding, withoutFinal];
  return steps.reduce((stem, step) => step(stem, regions), singular).toLowerCase();
}

/** Where the parts of a word begin in which endings may be cut. */
type Regions = { first: number; second: number };
type Step = (stem: string, regions: Regions) => string;

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ skis: 'ski', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie' },
    ...{ idly: 'idl', gently: 'gentl', ugly: 'ugli', early: 'earli', only: 'onli', singly: 'singl' },
    ...{ sky: 'sky', news: 'news', howe: 'howe', atlas: 'atlas', cosmos: 'cosmos', bias: 'bias', andes: 'andes' },
  }),
);
const FINISHED: ReadonlySet<string> = new Set(
  'inning outing canning herring earring evening proceed exceed succeed'.split(' '),
);

const LONG_ENDINGS: readonly (readonly [ending: string, instead: string, after?: RegExp])[] = [
  ...([
    ['ization', 'ize'],
    ['ational', 'ate'],
    ['fulness', 'ful'],
    ['ousness', 'ous'],
    ['iveness', 'ive'],
  ] as const),
  ...([
    ['tional', 'tion'],
    ['biliti', 'ble'],
    ['lessli', 'less'],
    ['entli', 'ent'],
    ['ation', 'ate'],
  ] as const),
  ...([
    ['alism', 'al'],
    ['aliti', 'al'],
    ['ousli', 'ous'],
    ['iviti', 'ive'],
    ['fulli', 'ful'],
    ['ogist', 'og'],
  ] as const),
  ...([
    ['enci', 'ence'],
    ['anci', 'ance'],
    ['abli', 'able'],
    ['izer', 'ize'],
    ['ator', 'ate'],
    ['alli', 'al'],
  ] as const),
  ...([
    ['bli', 'ble'],
    ['ogi', 'og', /l$/],
    ['li', '', /[cdeghkmnrt]$/],
  ] as const),
];
const MIDDLE_ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ...([
    ['ational', 'ate'],
    ['tional', 'tion'],
    ['alize', 'al'],
    ['icate', 'ic'],
    ['iciti', 'ic'],
  ] as const),
  ...([
    ['ical', 'ic'],
    ['ness', ''],
    ['ful', ''],
  ] as const),
];
const SHORT_ENDINGS: readonly (readonly [ending: string, after?: RegExp])[] = [
  ...([['ement'], ['ance'], ['ence'], ['able'], ['ible'], ['ment'], ['ant'], ['ent'], ['ism'], ['ate']] as const),
  ...([['iti'], ['ous'], ['ive'], ['ize'], ['ion', /[st]$/], ['al'], ['er'], ['ic']] as const),
];

/** A y that is a consonant is written as a capital, so that it does not count as a vowel. */
function markConsonantY(word: string): string {
  return word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
}

function regionsOf(word: string): Regions {
  const known = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
  const first = known ? known[0].length : afterVowelAndConsonant(word, 0);
  return { first, second: afterVowelAndConsonant(word, first) };
}

function afterVowelAndConsonant(word: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/(?:ied|ies)$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word) || !word.endsWith('s')) return word;
  return /[aeiouy]/.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function withoutPast(word: string, { first }: Regions): string {
  const long = /(?:eedly|eed)$/.exec(word);
  if (long) return long.index >= first ? `${word.slice(0, long.index)}ee` : word;
  const ending = /(?:ingly|edly|ing|ed)$/.exec(word);
  if (!ending) return word;
  const stem = word.slice(0, ending.index);
  if (!/[aeiouy]/.test(stem)) return word;
  if (ending[0].startsWith('ing') && /^[^aeiouy]y$/.test(stem)) return `${stem.charAt(0)}ie`;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  // "add" and "egg" end in a pair that belongs to them.
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return /^[aeo]..$/.test(stem) ? stem : stem.slice(0, -1);
  return stem.length <= first && isShort(stem) ? `${stem}e` : stem;
}

function withFinalI(word: string): string {
  return /.[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

function shorten(endings: typeof LONG_ENDINGS): Step {
  return (word, { first, second }) => {
    // The longest ending decides, also where it may not be cut.
    if (endings === MIDDLE_ENDINGS && word.endsWith('ative'))
      return word.length - 5 >= second ? word.slice(0, -5) : word;
    const found = endings.find(([ending]) => word.endsWith(ending));
    if (!found) return word;
    const [ending, instead, after] = found;
    const stem = word.slice(0, -ending.length);
    return stem.length >= first && (!after || after.test(stem)) ? stem + instead : word;
  };
}

function withoutEnding(word: string, { second }: Regions): string {
  const found = SHORT_ENDINGS.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const [ending, after] = found;
  const stem = word.slice(0, -ending.length);
  return stem.length >= second && (!after || after.test(stem)) ? stem : word;
}

function withoutFinal(word: string, { first, second }: Regions): string {
  const stem = word.slice(0, -1);
  if (word.endsWith('ll')) return stem.length >= second ? stem : word;
  if (!word.endsWith('e')) return word;
  return stem.length >= second || (stem.length >= first && !isShort(stem)) ? stem : word;
}

/** Ends in a short syllable, as "hop" does; "past" counts too, so that "paste" keeps its e. */
function isShort(stem: string): boolean {
  return /^[aeiouy][^aeiouy]$/.test(stem) || /[^aeiouy][aeiouy][^aeiouywxY]$/.test(stem) || stem === 'past';
}
