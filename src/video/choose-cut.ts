import type { Product } from '../schema/catalogue.ts';
import type { Cut } from '../schema/video.ts';
import type { Reader } from '../variants/reader.ts';
import { versionsIn } from '../variants/version-range.ts';

/** The cut of a video that `reader` sees, or undefined where none is for them. Cuts never overlap. */
export function chooseCut<Of extends Pick<Cut, 'audiences' | 'versions'>>(
  cuts: readonly Of[],
  product: Product,
  reader: Reader,
): Of | undefined {
  return cuts.find((cut) => isFor(cut, product, reader));
}

/** Whether a cut is for `reader`. A range that cannot be read is for nobody. */
export function isFor(
  { audiences, versions }: Pick<Cut, 'audiences' | 'versions'>,
  product: Product,
  reader: Reader,
): boolean {
  if (!(audiences?.includes(reader.audience) ?? true)) return false;
  return versions === undefined || (versionsIn(versions, product) ?? []).some(({ id }) => id === reader.version);
}
