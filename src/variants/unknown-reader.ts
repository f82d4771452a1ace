import { didYouMean } from '../errors/did-you-mean.ts';
import type { Product } from '../schema/catalogue.ts';
import { versionsIn } from './version-range.ts';

/** What is wrong with a reader that somebody wrote, and how to mend it. */
export type ReaderMistake = { problem: string; fix: string };

/** What is wrong with a range of versions, or undefined where it covers at least one. */
export function rangeMistake(range: string, product: Product): ReaderMistake | undefined {
  const covered = versionsIn(range, product);
  if (covered === undefined) {
    return { problem: `"${range}" is not a range of versions.`, fix: 'Write one such as ">=5", "<4.2" or "3, 5".' };
  }
  if (covered.length > 0) return undefined;
  return {
    problem: `"${range}" covers no version of ${product.title}.`,
    fix: `Its versions are ${product.versions.map(({ id }) => id).join(', ')}; ${listedIn(product)}`,
  };
}

/** What is wrong with the id of an audience, or undefined where the product has it. */
export function audienceMistake(audience: string, product: Product): ReaderMistake | undefined {
  if (product.audiences.includes(audience)) return undefined;
  return {
    problem: `"${audience}" is not an audience of ${product.title}.`,
    fix: `${didYouMean(audience, product.audiences)}Its audiences are ${product.audiences.join(', ')}; ${listedIn(product)}`,
  };
}

function listedIn(product: Product): string {
  return `they are listed in content/products/${product.id}.yaml.`;
}
