import { pageOf } from '../found-page.ts';
import { mergePostings } from '../merge-postings.ts';
import { readFilter, readMeta, readPostings, readWords, readFragment, type Chunk, type Posting } from './packed.ts';
import { remember } from './remember.ts';
import { ENTRY_FILE, type IndexEntry, type SearchIndex } from './search-index.ts';
import { joinVocabularies, readVocabulary, wordsFrom, type Vocabulary } from './vocabulary.ts';

/** Gives a file of the index's folder, named by its path in it; rejects where there is none. `fresh`: past any cache. */
export type FetchFile = (path: string, options?: { fresh?: boolean }) => Promise<Uint8Array>;

/**
 * Pieces and pages that are kept in memory: more than anybody asks for in one visit, and some 30 MB on a server that
 * answers everybody.
 */
const MOST_KEPT = 1000;

/** Opens the index that `fetchFile` reads, by two files: the entry and the list of pages and pieces. */
export async function openIndex(fetchFile: FetchFile): Promise<SearchIndex> {
  const entry = JSON.parse(textOf(await fetchFile(ENTRY_FILE, { fresh: true }))) as IndexEntry;
  const meta = readMeta(await unzip(await fetchFile(entry.meta)));
  const words = meta.pages.reduce((sum, { wordCount }) => sum + wordCount, 0);

  const chunkOf = remember(async (hash: string) => {
    const bytes = await unzip(await fetchFile(`index/${hash}.pf_index`));
    return { bytes, words: readWords(bytes) };
  }, MOST_KEPT);
  const filterOf = remember(async (hash: string) =>
    readFilter(await unzip(await fetchFile(`filter/${hash}.pf_filter`))),
  );
  const pageAt = remember(
    async (hash: string) => pageOf(readFragment(await unzip(await fetchFile(`fragment/${hash}.pf_fragment`)))),
    MOST_KEPT,
  );
  const vocabularyIn = remember(async (file: string) => readVocabulary(textOf(await unzip(await fetchFile(file)))));

  const filter = async (name: string) => {
    const known = meta.filters.find((candidate) => candidate.name === name);
    return known ? filterOf(known.hash) : new Map<string, readonly number[]>();
  };
  const siblings = remember(async () => {
    const articles = await filter('article');
    return new Map([...articles.values()].flatMap((pages) => pages.map((page) => [page, pages[0] ?? page])));
  });

  return {
    language: entry.language,
    products: entry.products,
    synonyms: entry.synonyms,
    pageCount: meta.pages.length,
    wordCount: (page) => meta.pages[page]?.wordCount ?? 0,
    averageWordCount: words / Math.max(1, meta.pages.length),
    async postings(indexWord): Promise<readonly Posting[] | undefined> {
      const chunk = chunkWith(meta.chunks, indexWord);
      if (!chunk) return undefined;
      const { bytes, words } = await chunkOf(chunk.hash);
      const at = words.get(indexWord);
      const lists = at === undefined ? [] : readPostings(bytes, at);
      return lists.length > 0 ? mergePostings(lists.map((postings) => ({ postings, weight: 1 }))) : undefined;
    },
    async indexWordsFrom(beginning) {
      const chunk = firstChunkUpTo(meta.chunks, beginning);
      const words = chunk ? [...(await chunkOf(chunk.hash)).words.keys()] : [];
      return words.filter((word) => word.startsWith(beginning));
    },
    filter,
    async vocabulary(beginning): Promise<Vocabulary> {
      const letter = beginning.charAt(0);
      const files = piecesFor(entry.vocabulary, letter);
      return wordsFrom(joinVocabularies(await Promise.all(files.map(vocabularyIn))), letter);
    },
    siblings: () => siblings(''),
    page(page) {
      const hash = meta.pages[page]?.hash;
      return hash === undefined ? Promise.reject(new Error(`The index has no page ${page}.`)) : pageAt(hash);
    },
  };
}

/** The piece that would hold `word`, if any does. */
function chunkWith(chunks: readonly Chunk[], word: string): Chunk | undefined {
  const chunk = firstChunkUpTo(chunks, word);
  return chunk && !isBefore(word, chunk.first) ? chunk : undefined;
}

/** The first piece that reaches up to `word` or beyond it; pieces are in the order of their words. */
function firstChunkUpTo(chunks: readonly Chunk[], word: string): Chunk | undefined {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(chunks[middle]?.last ?? '', word)) low = middle + 1;
    else high = middle;
  }
  return chunks[low];
}

const encoder = new TextEncoder();

/** Pagefind sorts by bytes of UTF-8; JavaScript compares UTF-16, which differs beyond the basic plane only. */
function isBefore(a: string, b: string): boolean {
  if (!/[\ud800-\udfff]/.test(a + b)) return a < b;
  const [left, right] = [encoder.encode(a), encoder.encode(b)];
  const at = left.findIndex((byte, index) => byte !== right[index]);
  return at === -1 ? left.length < right.length : (left[at] ?? 0) < (right[at] ?? -1);
}

function piecesFor(pieces: IndexEntry['vocabulary'], letter: string): string[] {
  return pieces
    .filter(({ first, last }) => letter === '' || (first.charAt(0) <= letter && last.charAt(0) >= letter))
    .map(({ file }) => file);
}

/** Some hosts send what is compressed as if it were the content's encoding, and then it arrives plain. */
async function unzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
