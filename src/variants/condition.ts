import type { Product } from '../schema/catalogue.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import type { Reader } from './reader.ts';
import { audienceMistake, rangeMistake, type ReaderMistake } from './unknown-reader.ts';
import { versionsIn } from './version-range.ts';

/** What a `<For>` asks of its reader. All of its parts must hold; the values inside a part are alternatives. */
export type Condition = {
  versions?: readonly string[];
  audiences?: readonly string[];
  notVersions?: readonly string[];
  notAudiences?: readonly string[];
};

const ATTRIBUTES: readonly string[] = ['versions', 'audiences', 'not'];

/** Reads the attributes of a `<For>` against the product: a condition, or every mistake in it. */
export function readCondition(
  attributes: Readonly<Record<string, string>>,
  product: Product,
): { condition: Condition } | { mistakes: ReaderMistake[] } {
  const mistakes: ReaderMistake[] = [];
  const condition: Condition = {};
  if (Object.keys(attributes).length === 0) {
    mistakes.push({
      problem: '<For> does not say whom it is for.',
      fix: 'Add versions="…", audiences="…" or not="…".',
    });
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.includes(name) && /^[\s,]*$/.test(value)) {
      mistakes.push({
        problem: `"${name}" of <For> is empty.`,
        fix: 'Say whom it is for, or delete the <For> around this text.',
      });
    } else if (name === 'versions') condition.versions = versions(value, product, mistakes);
    else if (name === 'audiences') condition.audiences = audiences(value, product, mistakes);
    else if (name === 'not') Object.assign(condition, exclusions(value, product, mistakes));
    else {
      mistakes.push({
        problem: `<For> has no attribute "${name}".`,
        fix: `${didYouMean(name, ATTRIBUTES)}It takes versions, audiences and not.`,
      });
    }
  }
  return mistakes.length > 0 ? { mistakes } : { condition };
}

export function holds(condition: Condition, reader: Reader): boolean {
  return (
    (condition.versions?.includes(reader.version) ?? true) &&
    (condition.audiences?.includes(reader.audience) ?? true) &&
    !condition.notVersions?.includes(reader.version) &&
    !condition.notAudiences?.includes(reader.audience)
  );
}

function versions(range: string, product: Product, mistakes: ReaderMistake[]): string[] {
  const mistake = rangeMistake(range, product);
  if (mistake) mistakes.push(mistake);
  return (versionsIn(range, product) ?? []).map((version) => version.id);
}

function audiences(list: string, product: Product, mistakes: ReaderMistake[]): string[] {
  const written = words(list);
  mistakes.push(...written.flatMap((audience) => audienceMistake(audience, product) ?? []));
  return written;
}

/** `not` takes audiences and ranges side by side; a word that starts with a digit or an operator is a range. */
function exclusions(list: string, product: Product, mistakes: ReaderMistake[]): Condition {
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const ranges = parts.filter((part) => /^[\d<>=~^*]/.test(part));
  const names = parts.filter((part) => !ranges.includes(part)).join(' ');
  return {
    ...(ranges.length > 0 && { notVersions: versions(ranges.join(','), product, mistakes) }),
    ...(names !== '' && { notAudiences: audiences(names, product, mistakes) }),
  };
}

function words(list: string): string[] {
  return list.split(/[\s,]+/).filter(Boolean);
}
