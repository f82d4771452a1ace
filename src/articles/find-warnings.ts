import type { UserError } from '../errors/user-error.ts';
import { readersOf } from '../variants/reader.ts';
import { editionsBySlug } from './content.ts';
import { fieldWarnings } from './field-warnings.ts';
import { fragmentWarnings } from './fragment-warnings.ts';
import { headingsIn, withAnchors } from './outline.ts';
import { parseBody } from './parse-body.ts';
import { prune } from './prune.ts';
import type { Beside, SoundEdition } from './sound-edition.ts';
import { textWarnings } from './text-warnings.ts';
import type { Unchecked } from './unchecked.ts';

/**
 * What a writer should look at, though readers would be served: nothing here stops a build. Editions with mistakes are
 * left out, because what is said about them might come from the mistake.
 */
export function findWarnings(
  content: Unchecked,
  { mistakes, today, reviewEvery }: { mistakes: readonly UserError[]; today: string; reviewEvery: string },
): UserError[] {
  const wrong = new Set(mistakes.map(({ where }) => where.file));
  const products = new Map(content.products.map((product) => [product.id, product]));
  const sound = content.editions.flatMap((edition): SoundEdition[] => {
    const product = products.get(edition.frontmatter.product);
    const parsed = wrong.has(edition.file) ? undefined : parseBody(edition);
    return product && parsed && 'tree' in parsed ? [{ edition, product, tree: parsed.tree }] : [];
  });
  const bySlug = wholeArticles(content, sound);
  const beside: Beside = { today, reviewEvery, bySlug, anchorsOf: anchorBook(bySlug) };
  return sound.flatMap((each) => [
    ...fieldWarnings(each, beside),
    ...textWarnings(each),
    ...fragmentWarnings(each, beside),
  ]);
}

function wholeArticles(content: Unchecked, sound: readonly SoundEdition[]): Map<string, SoundEdition[]> {
  const byFile = new Map(sound.map((each) => [each.edition.file, each]));
  const whole = [...editionsBySlug(content.editions)].flatMap(([slug, editions]): [string, SoundEdition[]][] => {
    const known = editions.flatMap(({ file }) => byFile.get(file) ?? []);
    const files = content.slugs.filter((other) => other === slug).length;
    return known.length === files ? [[slug, known]] : [];
  });
  return new Map(whole);
}

/** Reads an article's anchors when they are asked for, which few links do. */
function anchorBook(bySlug: ReadonlyMap<string, readonly SoundEdition[]>): Beside['anchorsOf'] {
  const known = new Map<string, ReadonlySet<string>>();
  return (slug) => {
    const editions = bySlug.get(slug);
    const anchors = known.get(slug) ?? (editions && new Set(editions.flatMap(anchorsIn)));
    if (anchors) known.set(slug, anchors);
    return anchors;
  };
}

function anchorsIn({ edition, product, tree }: SoundEdition): string[] {
  if (headingsIn(tree).length === 0) return [];
  const variants = readersOf(edition.frontmatter, product).map((reader) => prune(tree, product, reader));
  return variants.flatMap((variant) => withAnchors(variant).headings.map(({ id }) => id));
}
