import type { Affects, Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import type { Reader } from '../variants/reader.ts';
import { versionsIn } from '../variants/version-range.ts';
import { editionsBySlug, type Content } from './content.ts';

/** An incident as its article tells it. While it is open there is no `resolved`. */
export type Incident = {
  slug: string;
  title: string;
  summary: string;
  /** Id of the product that its article is about. */
  product: string;
  affects: Affects;
  /** ISO 8601. */
  opened: string;
  resolved?: string;
  why?: string;
  changed?: string;
};

/** All incidents that readers can see: open ones first, and of each kind the latest first. */
export function incidentsOf({ editions }: Pick<Content, 'editions'>, { drafts = false } = {}): Incident[] {
  const shown = editions.filter(({ frontmatter: { type, draft } }) => type === 'incident' && (drafts || !draft));
  return [...editionsBySlug(shown).values()]
    .flatMap((files) => files.slice(0, 1).flatMap(incidentIn))
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || Temporal.Instant.compare(b.opened, a.opened));
}

export function openIncidents(content: Pick<Content, 'editions'>): Incident[] {
  return incidentsOf(content).filter(isOpen);
}

export function isOpen({ resolved }: Pick<Incident, 'resolved'>): boolean {
  return resolved === undefined;
}

/** Open incidents that touch a page; other incidents are nothing that one warns of. */
export function incidentsTouching(
  open: readonly Incident[],
  { slug, frontmatter }: Pick<Edition, 'slug' | 'frontmatter'>,
  serves: readonly Reader[],
  product: Product,
): Incident[] {
  if (frontmatter.type === 'incident') return [];
  const versions = serves.map(({ version }) => version);
  return open.filter((incident) => touches(incident, { slug, versions }, product));
}

/** Whether anything about a product is touched, whatever article it is in. */
export function touchesProduct({ affects, product: own }: Incident, product: Product): boolean {
  const products = affects.products ?? (affects.articles ? [] : [own]);
  return products.includes(product.id) && isInRange(affects, undefined, product);
}

function touches(
  { affects, product: own }: Incident,
  page: { slug: string; versions: readonly string[] },
  product: Product,
): boolean {
  const { products, articles } = affects;
  // A range that stands alone is one of the product that the incident is about.
  const isNamed =
    products === undefined && articles === undefined
      ? own === product.id
      : products?.includes(product.id) || articles?.includes(page.slug);
  return isNamed === true && isInRange(affects, page.versions, product);
}

function isInRange({ versions: range }: Affects, versions: readonly string[] | undefined, product: Product): boolean {
  if (range === undefined) return true;
  const touched = versionsIn(range, product) ?? [];
  return versions === undefined ? touched.length > 0 : touched.some(({ id }) => versions.includes(id));
}

function incidentIn({ slug, frontmatter }: Edition): Incident[] {
  const { title, summary, product, affects, opened, resolved, why, changed } = frontmatter;
  // Content is checked; what is read while it has mistakes may lack them.
  if (affects === undefined || opened === undefined) return [];
  return [
    {
      ...{ slug, title, summary, product, affects, opened },
      ...(resolved !== undefined && { resolved }),
      ...(why !== undefined && { why }),
      ...(changed !== undefined && { changed }),
    },
  ];
}
