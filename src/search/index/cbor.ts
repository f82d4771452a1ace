/**
 * Reads the parts of CBOR (RFC 8949) that Pagefind's files are made of: whole numbers, text, and arrays of known
 * length. Anything else throws: then the files are not what we take them for.
 */
export type Cursor = { bytes: Uint8Array; at: number };

const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;

const utf8 = new TextDecoder();

/** Number of things in the array that begins here. */
export function readArray(cursor: Cursor): number {
  return readHead(cursor, ARRAY);
}

export function readText(cursor: Cursor): string {
  const length = readHead(cursor, TEXT);
  pass(cursor, length);
  return utf8.decode(cursor.bytes.subarray(cursor.at - length, cursor.at));
}

export function readInteger(cursor: Cursor): number {
  const type = (cursor.bytes[cursor.at] ?? 0xff) >> 5;
  if (type === NEGATIVE) return -1 - readHead(cursor, NEGATIVE);
  return readHead(cursor, UNSIGNED);
}

/** Moves behind the thing that begins here, whatever is in it. */
export function skip(cursor: Cursor): void {
  for (let left = 1; left > 0; left -= 1) {
    const type = (cursor.bytes[cursor.at] ?? 0xff) >> 5;
    const value = readHead(cursor, type);
    if (type === TEXT) pass(cursor, value);
    else if (type === ARRAY) left += value;
    else if (type !== UNSIGNED && type !== NEGATIVE) throw unreadable(cursor);
  }
}

/** The head of an array of `length` things, for writing. */
export function arrayHead(length: number): Uint8Array {
  if (length < 24) return Uint8Array.of((ARRAY << 5) | length);
  if (length < 0x100) return Uint8Array.of((ARRAY << 5) | 24, length);
  if (length < 0x10000) return Uint8Array.of((ARRAY << 5) | 25, length >> 8, length & 0xff);
  return Uint8Array.of((ARRAY << 5) | 26, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff);
}

/** `text` as CBOR, for writing. */
export function textBytes(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const head = arrayHead(bytes.length);
  // The head of a text differs from that of an array in its type alone.
  head[0] = ((head[0] ?? 0) & 0x1f) | (TEXT << 5);
  return Uint8Array.of(...head, ...bytes);
}

function readHead(cursor: Cursor, type: number): number {
  const { bytes } = cursor;
  const first = bytes[cursor.at++];
  if (first === undefined || first >> 5 !== type) throw unreadable(cursor);
  const short = first & 0x1f;
  if (short < 24) return short;
  if (short > 26) throw unreadable(cursor);
  let value = 0;
  for (let count = 1 << (short - 24); count > 0; count -= 1) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) throw unreadable(cursor);
    value = value * 256 + byte;
  }
  return value;
}

function pass(cursor: Cursor, length: number): void {
  cursor.at += length;
  if (cursor.at > cursor.bytes.length) throw unreadable(cursor);
}

function unreadable({ at }: Cursor): Error {
  return new Error(`The search index cannot be read at byte ${at}.`);
}
