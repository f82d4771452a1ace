import { chosenFor, chosenReaders } from '../../islands/chosen-reader.ts';
import type { SearchReader } from '../engine.ts';

/**
 * Whom to answer first: what was chosen for the product at hand, else what the page says of itself, else the latest
 * choice of this reader. Nothing is excluded by it.
 */
export function searchReader({ product, version, audience }: SearchReader): SearchReader {
  const chosen = product === undefined ? chosenReaders()[0] : chosenFor(product);
  if (chosen) return { product: chosen.product, version: chosen.version, audience: chosen.audience };
  return {
    ...(product && { product }),
    ...(version && { version }),
    ...(audience && { audience }),
  };
}
