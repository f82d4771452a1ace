import semver from 'semver';
import type { Product, Version } from '../schema/catalogue.ts';

/**
 * The versions of `product` that `range` covers, newest first; undefined where `range` cannot be read.
 * Ids are coerced ("5" is 5.0.0, "4.2" is 4.2.0), so ">=4" covers both. Commas part alternatives,
 * as `||` does in semver. A bare "4.2" means every 4.2.x, a bare "5" every 5.x.
 */
export function versionsIn(range: string, product: Product): Version[] | undefined {
  const ranges = range.split(/,|\|\|/).map(readRange);
  if (ranges.some((part) => part === null)) return undefined;
  return product.versions.filter((version) => {
    const coerced = semver.coerce(version.id);
    return coerced !== null && ranges.some((part) => part !== null && semver.satisfies(coerced, part));
  });
}

/** To semver an empty range means every version; beside a comma too many it is only a slip. */
function readRange(part: string): string | null {
  return part.trim() === '' ? null : semver.validRange(part.trim());
}
