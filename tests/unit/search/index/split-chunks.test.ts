import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrayHead, textBytes } from '../../../../src/search/index/cbor.ts';
import { readMeta, readWords, SIGNATURE_BYTES } from '../../../../src/search/index/packed.ts';
import { splitChunk, withChunks } from '../../../../src/search/index/split-chunks.ts';

test('every word is in exactly one piece, and the pieces tell which', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(sizes, (lengths) => {
      const words = lengths.map((_, index) => `word${String(index).padStart(3, '0')}`);
      const chunk = chunkOf(words.map((word, index) => ({ word, filling: lengths[index] ?? 0 })));

      const pieces = splitChunk(chunk, 'en');

      assert.deepEqual(
        pieces.flatMap(({ bytes }) => [...readWords(bytes).keys()]),
        words,
      );
      for (const { first, last, bytes } of pieces) {
        const held = [...readWords(bytes).keys()];
        assert.deepEqual([held[0], held.at(-1)], [first, last]);
      }
    }),
  );
});

test('a list of pages keeps all but its list of pieces', () => {
  const text = (words: string[]) => words.map((word) => Buffer.from(textBytes(word)));
  const list = (...parts: Uint8Array[]) => Buffer.concat([arrayHead(parts.length), ...parts]);
  const bytes = Buffer.concat([
    SIGNATURE_BYTES,
    list(
      ...text(['1.6.0']),
      list(list(...text(['en_page']), Buffer.of(7), ...text(['']))),
      list(list(...text(['a', 'z', 'en_old']))),
      list(list(...text(['product', 'en_filter']))),
      list(),
      list(...text(['title'])),
    ),
  ]);

  const meta = readMeta(
    withChunks(bytes, [
      { first: 'a', last: 'm', hash: 'en_1' },
      { first: 'n', last: 'z', hash: 'en_2' },
    ]),
  );

  assert.deepEqual(meta, {
    pages: [{ hash: 'en_page', wordCount: 7 }],
    chunks: [
      { first: 'a', last: 'm', hash: 'en_1' },
      { first: 'n', last: 'z', hash: 'en_2' },
    ],
    filters: [{ name: 'product', hash: 'en_filter' }],
  });
});

test('a file that is no index is refused', () => {
  const page = new TextEncoder().encode('<!doctype html><title>Not found</title>');

  assert.throws(() => readWords(page), /does not begin as Pagefind’s files do/);
});

test('a file that ends too early is refused', () => {
  const chunk = chunkOf([{ word: 'printer', filling: 100 }]);

  assert.throws(() => readWords(chunk.subarray(0, 40)), /cannot be read at byte/);
});

/** A `pf_index` file whose words have as many bytes of filling. */
function chunkOf(words: { word: string; filling: number }[]): Uint8Array {
  const entries = words.map(({ word, filling }) => [arrayHead(2), textBytes(word), textBytes('x'.repeat(filling))]);
  return Buffer.concat([SIGNATURE_BYTES, arrayHead(1), arrayHead(words.length), ...entries.flat()]);
}
