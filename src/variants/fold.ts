import { readerKey } from './choose-edition.ts';
import type { Reader } from './reader.ts';

/** One distinct output and everybody it serves; `reader` is the first of them and names the page. */
export type Fold<Variant> = { reader: Reader; serves: Reader[]; variant: Variant };

/**
 * Puts readers whose output is the same onto one page. Outputs are the same where their `contentKey` is;
 * the caller makes it from all that a reader sees. Readers keep their order, so the first fold is the default page.
 */
export function fold<Variant extends { contentKey: string }>(
  readers: readonly Reader[],
  variantFor: (reader: Reader) => Variant,
): Fold<Variant>[] {
  const folds = new Map<string, Fold<Variant>>();
  for (const reader of readers) {
    const variant = variantFor(reader);
    const same = folds.get(variant.contentKey);
    if (same) same.serves.push(reader);
    else folds.set(variant.contentKey, { reader, serves: [reader], variant });
  }
  return [...folds.values()];
}

/** The fold that serves `reader`, or undefined. */
export function foldFor<Variant>(folds: readonly Fold<Variant>[], reader: Reader): Fold<Variant> | undefined {
  return folds.find(({ serves }) => serves.some((served) => readerKey(served) === readerKey(reader)));
}
