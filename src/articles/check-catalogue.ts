import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Product } from '../schema/catalogue.ts';
import type { Unchecked } from './unchecked.ts';

/** Mistakes in the lists of audiences, topics and products, held against each other. */
export function checkCatalogue(content: Unchecked): UserError[] {
  const { audiences, topics, products, files } = content;
  return [
    ...twice(ids(audiences), files.audiences, (index) => `[${index}].id`, content),
    ...twice(ids(topics), files.topics, (index) => `[${index}].id`, content),
    ...products.flatMap((product) => {
      const file = `${files.products}/${product.id}.yaml`;
      return [
        ...twice(ids(product.versions), file, (index) => `versions[${index}].id`, content),
        ...twice(product.audiences, file, (index) => `audiences[${index}]`, content),
        ...outOfOrder(product, file, content),
        ...unknownAudiences(product.audiences, file, content),
        ...unknownUpgrades(product, file, content),
      ];
    }),
  ];
}

/** The first version is the one that readers are shown, so a list that begins with the oldest would be wrong in silence. */
function outOfOrder({ versions }: Product, file: string, content: Unchecked): UserError[] {
  return versions.flatMap(({ id, released }, index) => {
    const above = versions[index - 1];
    if (above === undefined || released <= above.released) return [];
    const field = `versions[${index}].released`;
    return [
      {
        problem: `Version ${id} came out after ${above.id}, which stands above it.`,
        where: { file, line: content.lineOf(file, field), field },
        fix: 'List versions newest first, or correct one of the two dates.',
      },
    ];
  });
}

function unknownAudiences(written: readonly string[], file: string, content: Unchecked): UserError[] {
  const known = ids(content.audiences);
  return written.flatMap((audience, index) => {
    if (known.includes(audience)) return [];
    const field = `audiences[${index}]`;
    return [
      {
        problem: `"${audience}" is not an audience of this site.`,
        where: { file, line: content.lineOf(file, field), field },
        fix: `${didYouMean(audience, known)}Audiences are listed in ${content.files.audiences}.`,
      },
    ];
  });
}

function unknownUpgrades({ versions }: Product, file: string, content: Unchecked): UserError[] {
  return versions.flatMap(({ upgrade }, index) => {
    if (upgrade === undefined || content.slugs.includes(upgrade)) return [];
    const field = `versions[${index}].upgrade`;
    return [
      {
        problem: `There is no article "${upgrade}".`,
        where: { file, line: content.lineOf(file, field), field },
        fix: `${didYouMean(upgrade, content.slugs)}Name the file of the article, without folder and ending.`,
      },
    ];
  });
}

function twice(
  written: readonly string[],
  file: string,
  fieldAt: (index: number) => string,
  { lineOf }: Unchecked,
): UserError[] {
  return written.flatMap((id, index) => {
    if (written.indexOf(id) === index) return [];
    const field = fieldAt(index);
    return [
      {
        problem: `"${id}" stands in this list twice.`,
        where: { file, line: lineOf(file, field), field },
        fix: 'Delete one of the two, or give it another id.',
      },
    ];
  });
}

function ids(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id);
}
