import { readArray, readInteger, readText, skip, type Cursor } from './cbor.ts';

/**
 * The shapes in Pagefind's files, as version 1.6 writes them. Pagefind describes them in its source alone, so
 * tests/unit/search/index compares what is read here with what Pagefind's own client finds in the same files.
 */

/** What stands at the beginning of each file, before its CBOR. */
const SIGNATURE = 'pagefind_dcd';
export const SIGNATURE_BYTES: Uint8Array = new TextEncoder().encode(SIGNATURE);

/** Weight of a word in plain text; parts of a joined word weigh less, headings more. */
const PLAIN_WEIGHT = 24;

/** `pagefind.<language>_<hash>.pf_meta`: what there is. */
export type Meta = {
  /** By page number. */
  pages: { hash: string; wordCount: number }[];
  /** Pieces of the index, in the order of their words. */
  chunks: Chunk[];
  filters: { name: string; hash: string }[];
};
export type Chunk = { first: string; last: string; hash: string };

/** A page that holds a word. */
export type Posting = {
  /** Number of the page. */
  page: number;
  /** How often the word stands in the text; as a part of a joined word it counts less. */
  count: number;
  /** Where it stands in the text, counted in words, in ascending order. */
  places: number[];
  /** Where it stands in metadata, in the order of the fields. */
  inFields: { field: number; place: number }[];
};

/** Reads a `pf_meta` file, decompressed. */
export function readMeta(bytes: Uint8Array): Meta {
  const cursor = open(bytes);
  readArray(cursor);
  skip(cursor); // version
  const pages = readMany(cursor, () => {
    const parts = readArray(cursor);
    const page = { hash: readText(cursor), wordCount: readInteger(cursor) };
    skipMany(cursor, parts - 2);
    return page;
  });
  const chunks = readMany(cursor, () => {
    readArray(cursor);
    return { first: readText(cursor), last: readText(cursor), hash: readText(cursor) };
  });
  const filters = readMany(cursor, () => {
    readArray(cursor);
    return { name: readText(cursor), hash: readText(cursor) };
  });
  return { pages, chunks, filters };
}

/** Where the entry of each word begins in a `pf_index` file, decompressed. */
export function readWords(bytes: Uint8Array): Map<string, number> {
  const cursor = openList(bytes);
  const words = new Map<string, number>();
  for (let left = readArray(cursor); left > 0; left -= 1) {
    const start = cursor.at;
    readArray(cursor);
    words.set(readText(cursor), start);
    cursor.at = start;
    skip(cursor);
  }
  return words;
}

/** The pages of the word whose entry begins at `at`: a list of those that write it so, and one for each accented form. */
export function readPostings(bytes: Uint8Array, at: number): Posting[][] {
  const cursor = { bytes, at };
  readArray(cursor);
  skip(cursor); // the word
  const plain = readList(cursor);
  const accented = readMany(cursor, () => {
    readArray(cursor);
    skip(cursor); // the word with its accents
    return readList(cursor);
  });
  return [plain, ...accented].filter(({ length }) => length > 0);
}

/** Pages by their number, each as its distance to the former one. */
function readList(cursor: Cursor): Posting[] {
  let page = 0;
  return readMany(cursor, () => {
    readArray(cursor);
    page += readInteger(cursor);
    return { page, ...readPlaces(cursor), inFields: readInFields(cursor) };
  });
}

/** A `pf_filter` file, decompressed: numbers of the pages by value. */
export function readFilter(bytes: Uint8Array): Map<string, number[]> {
  const cursor = open(bytes);
  readArray(cursor);
  readText(cursor); // its name
  return new Map(
    readMany(cursor, (): [string, number[]] => {
      readArray(cursor);
      return [readText(cursor), readMany(cursor, () => readInteger(cursor))];
    }),
  );
}

/** A `pf_fragment` file, decompressed: a page as JSON. */
export function readFragment(bytes: Uint8Array): unknown {
  const { at } = open(bytes);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(at)));
}

/** Places are the distance to the former one; a negative number says how much those behind it weigh. */
function readPlaces(cursor: Cursor): Pick<Posting, 'count' | 'places'> {
  const places: number[] = [];
  let count = 0;
  let place = 0;
  let weight = PLAIN_WEIGHT;
  let parts = 0;
  for (let left = readArray(cursor); left > 0; left -= 1) {
    const number = readInteger(cursor);
    if (number < 0) {
      weight = -number - 1;
      place = 0;
      parts += 1;
      continue;
    }
    place += number;
    places.push(place);
    count += Math.min(1, weight / PLAIN_WEIGHT);
  }
  if (parts > 1) places.sort((a, b) => a - b);
  return { count, places };
}

/** As places; a negative number says which field those behind it stand in. */
function readInFields(cursor: Cursor): Posting['inFields'] {
  const inFields: Posting['inFields'] = [];
  let field = 0;
  let place = 0;
  for (let left = readArray(cursor); left > 0; left -= 1) {
    const number = readInteger(cursor);
    if (number < 0) {
      field = -number - 1;
      place = 0;
    } else {
      place += number;
      inFields.push({ field, place });
    }
  }
  return inFields;
}

function open(bytes: Uint8Array): Cursor {
  if (SIGNATURE_BYTES.some((byte, index) => bytes[index] !== byte)) {
    throw new Error('A file of the search index does not begin as Pagefind’s files do.');
  }
  return { bytes, at: SIGNATURE_BYTES.length };
}

/** Index files hold a single list, wrapped in an array. */
function openList(bytes: Uint8Array): Cursor {
  const cursor = open(bytes);
  readArray(cursor);
  return cursor;
}

function readMany<Thing>(cursor: Cursor, read: () => Thing): Thing[] {
  const things = new Array<Thing>(readArray(cursor));
  for (let index = 0; index < things.length; index += 1) things[index] = read();
  return things;
}

function skipMany(cursor: Cursor, count: number): void {
  for (let left = count; left > 0; left -= 1) skip(cursor);
}
