import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Product } from '../schema/catalogue.ts';
import { versionsIn } from '../variants/version-range.ts';
import { editionsBySlug } from './content.ts';
import type { EditionWithLines, Unchecked } from './unchecked.ts';

const OF_INCIDENTS = ['affects', 'opened', 'resolved', 'why', 'changed'] as const;

type Told = { field: string; problem: string; fix: string };

/** Mistakes in what incidents say of themselves: what they touch, when they began and ended, and why. */
export function checkIncidents(content: Unchecked): UserError[] {
  const bySlug = editionsBySlug(content.editions) as Map<string, EditionWithLines[]>;
  return content.editions.flatMap((edition) => {
    const told =
      edition.frontmatter.type === 'incident'
        ? [...inOneFile(edition, bySlug), ...missing(edition), ...unknown(edition, content), ...ended(edition)]
        : misplaced(edition);
    return told.map(({ field, problem, fix }) => ({
      problem,
      fix,
      where: { file: edition.file, line: edition.lineOf(field) ?? edition.lineOf('type'), field },
    }));
  });
}

function misplaced({ frontmatter }: EditionWithLines): Told[] {
  return OF_INCIDENTS.filter((field) => frontmatter[field] !== undefined).map((field) => ({
    field,
    problem: `Only an incident has "${field}".`,
    fix: 'Delete it, or write "type: incident".',
  }));
}

/** Two files could disagree on whether it is over. */
function inOneFile({ slug, file }: EditionWithLines, bySlug: ReadonlyMap<string, readonly EditionWithLines[]>): Told[] {
  const first = bySlug.get(slug)?.[0];
  if (!first || first.file === file) return [];
  return [
    {
      field: 'type',
      problem: `This incident stands in ${first.file} already.`,
      fix: 'Keep one file for an incident, and part its versions with <For versions="…"> in the text.',
    },
  ];
}

function missing({ frontmatter: { affects, opened } }: EditionWithLines): Told[] {
  const told: Told[] = [];
  if (opened === undefined) {
    told.push({
      field: 'opened',
      problem: 'This incident does not say when it began.',
      fix: 'Add it, with a zone: opened: 2026-11-20T08:15Z.',
    });
  }
  if (affects === undefined || Object.keys(affects).length === 0) {
    told.push({
      field: 'affects',
      problem: 'This incident does not say what it touches.',
      fix: 'Name products, articles or versions: affects: { articles: [restore-a-file], versions: ">=5" }.',
    });
  }
  return told;
}

function unknown({ slug, frontmatter }: EditionWithLines, { products, slugs, editions, files }: Unchecked): Told[] {
  const { affects = {}, product: own } = frontmatter;
  const ids = products.map(({ id }) => id);
  const told: Told[] = [];
  affects.products?.forEach((id, index) => {
    if (ids.includes(id)) return;
    told.push({
      field: `affects.products[${index}]`,
      problem: `There is no product "${id}".`,
      fix: `${didYouMean(id, ids)}Products are the files in ${files.products}.`,
    });
  });
  affects.articles?.forEach((name, index) => {
    const field = `affects.articles[${index}]`;
    if (name === slug) told.push({ field, problem: 'An incident cannot touch itself.', fix: 'Delete this line.' });
    else if (!slugs.includes(name)) {
      told.push({
        field,
        problem: `There is no article "${name}".`,
        fix: `${didYouMean(name, slugs)}Name the file of the article, without folder and ending.`,
      });
    }
  });
  if (affects.versions === undefined || told.length > 0) return told;
  const ofArticles = editions.filter((other) => affects.articles?.includes(other.slug));
  const named = [...(affects.products ?? []), ...ofArticles.map(({ frontmatter: { product } }) => product)];
  const touched = products.filter(({ id }) => (named.length > 0 ? named : [own]).includes(id));
  return touched.length === 0 || touched.some((product) => hasVersions(affects.versions ?? '', product))
    ? told
    : [...told, noVersion(affects.versions, touched)];
}

function hasVersions(range: string, product: Product): boolean {
  return (versionsIn(range, product)?.length ?? 0) > 0;
}

function noVersion(range: string, touched: readonly Product[]): Told {
  const listed = touched.map(({ title, versions }) => `${title} has ${versions.map(({ id }) => id).join(', ')}`);
  return {
    field: 'affects.versions',
    problem: `"${range}" covers no version of what this incident touches.`,
    fix: `${listed.join('; ')}. Write a range such as ">=${touched[0]?.versions[0]?.id ?? '5'}".`,
  };
}

function ended({ frontmatter: { opened, resolved, why, changed } }: EditionWithLines): Told[] {
  if (resolved === undefined) return [];
  const told: Told[] = [];
  if (opened !== undefined && Temporal.Instant.compare(resolved, opened) < 0) {
    told.push({
      field: 'resolved',
      problem: 'This incident was resolved before it began.',
      fix: 'Correct one of the two times; mind their zones.',
    });
  }
  if (why === undefined) {
    told.push({
      field: 'why',
      problem: 'This incident is resolved, but does not say why it happened.',
      fix: 'Add it: everyone who said that it concerns them too is told.',
    });
  }
  if (changed === undefined) {
    told.push({
      field: 'changed',
      problem: 'This incident is resolved, but does not say what was changed.',
      fix: 'Add it: everyone who said that it concerns them too is told.',
    });
  }
  return told;
}
