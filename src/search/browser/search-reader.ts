import { chosenFor, chosenReaders, type ChosenReader } from '../../islands/chosen-reader.ts';
import type { SearchReader } from '../filters.ts';

/**
 * Whom to answer first: what was chosen for the product at hand, else what the page says of itself, else the latest
 * choice of this reader. Nothing is excluded by it.
 */
export function searchReader({ product, version, audience }: SearchReader): SearchReader {
  const chosen = product === undefined ? chosenReaders()[0] : chosenFor(product);
  if (chosen) return readerIn(chosen);
  return {
    ...(product && { product }),
    ...(version && { version }),
    ...(audience && { audience }),
  };
}

/** Whom to answer first where the results of `reader` are limited to `product`, for which they may have chosen too. */
export function readerWithin(product: string | undefined, reader: SearchReader): SearchReader {
  if (product === undefined || product === reader.product) return reader;
  const chosen = chosenFor(product);
  return chosen ? readerIn(chosen) : reader;
}

function readerIn({ product, version, audience }: ChosenReader): SearchReader {
  return { product, version, audience };
}
