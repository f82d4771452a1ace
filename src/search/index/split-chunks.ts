import { createHash } from 'node:crypto';
import { arrayHead, readArray, readText, skip, textBytes, type Cursor } from './cbor.ts';
import { SIGNATURE_BYTES, type Chunk } from './packed.ts';

/**
 * About four words of a help centre of 10,000 articles. Pagefind makes pieces of 60 kB, of which a question of seven
 * words downloads seven; smaller ones cost a longer list of pieces, which every reader downloads.
 */
const PIECE_BYTES = 16_000;

/** A piece of the index with the words from `first` to `last`, as a decompressed `pf_index` file. */
export type Piece = Chunk & { bytes: Uint8Array };

/** Cuts a decompressed `pf_index` file between its words; a word is never cut, so a common one makes a large piece. */
export function splitChunk(bytes: Uint8Array, language: string): Piece[] {
  const cursor: Cursor = { bytes, at: SIGNATURE_BYTES.length };
  readArray(cursor);
  const pieces: Piece[] = [];
  let words: { word: string; entry: Uint8Array }[] = [];
  let size = 0;
  const cut = () => {
    const [first, last] = [words[0], words.at(-1)];
    if (first && last)
      pieces.push(
        pieceOf(
          first.word,
          last.word,
          words.map(({ entry }) => entry),
          language,
        ),
      );
    words = [];
    size = 0;
  };
  for (let left = readArray(cursor); left > 0; left -= 1) {
    const start = cursor.at;
    readArray(cursor);
    const word = readText(cursor);
    cursor.at = start;
    skip(cursor);
    const entry = bytes.subarray(start, cursor.at);
    if (size > 0 && size + entry.length > PIECE_BYTES) cut();
    words.push({ word, entry });
    size += entry.length;
  }
  cut();
  return pieces;
}

/** A decompressed `pf_meta` file with another list of pieces. */
export function withChunks(meta: Uint8Array, chunks: readonly Chunk[]): Uint8Array {
  const cursor: Cursor = { bytes: meta, at: SIGNATURE_BYTES.length };
  readArray(cursor);
  skip(cursor); // version
  skip(cursor); // pages
  const start = cursor.at;
  skip(cursor);
  const list = chunks.flatMap(({ first, last, hash }) => [
    arrayHead(3),
    textBytes(first),
    textBytes(last),
    textBytes(hash),
  ]);
  return Buffer.concat([meta.subarray(0, start), arrayHead(chunks.length), ...list, meta.subarray(cursor.at)]);
}

function pieceOf(first: string, last: string, entries: readonly Uint8Array[], language: string): Piece {
  const bytes = Buffer.concat([SIGNATURE_BYTES, arrayHead(1), arrayHead(entries.length), ...entries]);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { first, last, hash: `${language}_${hash}`, bytes };
}
