import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { IndexFiles } from './index-files.ts';
import { readMeta } from './packed.ts';
import { ENTRY_FILE, type IndexEntry } from './search-index.ts';
import { splitChunk, withChunks, type Piece } from './split-chunks.ts';
import { writeVocabulary, type Vocabulary } from './vocabulary.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** What the entry tells of the site, besides the files. */
export type IndexedSite = Pick<IndexEntry, 'language' | 'products' | 'synonyms'>;

/** Words in a piece of the list of words: about 6 kB. */
const WORDS_A_PIECE = 2500;
/** Pieces that are compressed at once. */
const AT_ONCE = 16;

type PagefindEntry = { languages: Record<string, { hash: string }> };

/**
 * Makes what Pagefind wrote quick to download: its pieces are cut smaller, and the words of the site and the names of
 * its products are put beside them. Pagefind's own client still reads all of it.
 */
export async function finishIndex(files: IndexFiles, site: IndexedSite, vocabulary: Vocabulary): Promise<void> {
  const pagefind = JSON.parse(textOf(await files.read('pagefind-entry.json'))) as PagefindEntry;
  const [language, entry] = Object.entries(pagefind.languages)[0] ?? [];
  if (language === undefined || entry === undefined) throw new Error('Pagefind wrote an index without a language.');
  const meta = await splitPieces(files, language, entry.hash);
  entry.hash = meta.hash;
  await files.write('pagefind-entry.json', Buffer.from(JSON.stringify(pagefind)));
  const own: IndexEntry = {
    meta: meta.file,
    ...site,
    vocabulary: await writePieces(files, vocabulary),
  };
  await files.write(ENTRY_FILE, Buffer.from(JSON.stringify(own)));
}

async function splitPieces(
  files: IndexFiles,
  language: string,
  former: string,
): Promise<{ hash: string; file: string }> {
  const formerFile = metaFile(former);
  const bytes = await unzip(await files.read(formerFile));
  const pieces: Piece[] = [];
  for (const { hash } of readMeta(bytes).chunks) {
    const path = `index/${hash}.pf_index`;
    pieces.push(...splitChunk(await unzip(await files.read(path)), language));
    await files.remove(path);
  }
  for (let at = 0; at < pieces.length; at += AT_ONCE) {
    await Promise.all(
      pieces.slice(at, at + AT_ONCE).map(async ({ hash, bytes }) => {
        await files.write(`index/${hash}.pf_index`, await zip(bytes, { level: 9 }));
      }),
    );
  }
  const meta = withChunks(bytes, pieces);
  const hash = `${language}_${hashOf(meta)}`;
  await files.remove(formerFile);
  await files.write(metaFile(hash), await zip(meta, { level: 9 }));
  return { hash, file: metaFile(hash) };
}

/** Pieces of the list of words, cut where a first letter ends, unless a letter alone would be too much. */
async function writePieces(files: IndexFiles, { words, frequencies }: Vocabulary): Promise<IndexEntry['vocabulary']> {
  const pieces: IndexEntry['vocabulary'] = [];
  for (let at = 0; at < words.length;) {
    const first = words[at] ?? '';
    const full = at + WORDS_A_PIECE;
    const lastLetter = (words[full] ?? '').charAt(0);
    let end = Math.min(full, words.length);
    if (end < words.length && lastLetter !== first.charAt(0)) {
      while (words[end - 1]?.charAt(0) === lastLetter) end -= 1;
    }
    const text = writeVocabulary({ words: words.slice(at, end), frequencies: frequencies.slice(at, end) });
    const file = `words/${hashOf(Buffer.from(text))}.gz`;
    await files.write(file, await zip(text, { level: 9 }));
    pieces.push({ first, last: words[end - 1] ?? '', file });
    at = end;
  }
  return pieces;
}

function metaFile(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
