import { articlePages, type ArticlePage } from '../articles/article-pages.ts';
import { editionsBySlug, productOf, type Content } from '../articles/content.ts';
import { videosIn } from '../articles/bind-videos.ts';
import { incidentsTouching, openIncidents, type Incident } from '../articles/incidents.ts';
import { sectionsOf, withAnchors, type Section } from '../articles/outline.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { articleAddress } from '../variants/address.ts';
import type { BoundVideo } from '../video/bound-video.ts';
import { momentsOf } from '../video/moments.ts';
import type { PageCard } from './page-card.ts';
import { notShownTo } from './not-shown-to.ts';

/** What search knows of one page of an article. */
export type SearchRecord = {
  address: string;
  /** Names the text for good; see `ArticlePage`. */
  contentHash: string;
  /** Where its text stands, for errors. */
  file: string;
  slug: string;
  title: string;
  summary: string;
  keywords: readonly string[];
  product: string;
  versions: string[];
  audiences: string[];
  type: string;
  topic: string;
  sections: Section[];
  /** Whether the article has further pages, for other readers. */
  hasSiblings: boolean;
  /** The readers who should not be shown it; see `notShownTo`. */
  notFor: string[];
  card: PageCard;
};

/**
 * One record a page, made from the content and not from built pages, so that dev and build find the same.
 * Drafts are left out unless asked for.
 */
export function searchRecords(content: Content, { drafts = false } = {}): SearchRecord[] {
  return [...eachSearchRecord(content, { drafts })];
}

/** The same one by one: all of them hold the text of the site a second time. */
export function* eachSearchRecord(content: Content, { drafts = false } = {}): Generator<SearchRecord> {
  const shown = content.editions.filter(({ frontmatter }) => drafts || !frontmatter.draft);
  const open = openIncidents(content);
  for (const editions of editionsBySlug(shown).values()) yield* recordsOfArticle(editions, content, open);
}

function recordsOfArticle(editions: readonly Edition[], content: Content, open: readonly Incident[]): SearchRecord[] {
  const first = editions[0];
  if (!first) return [];
  const product = productOf(content, first);
  const { pages } = articlePages(editions, product, content.videos);
  const notFor = notShownTo(pages, product, content.audiences);
  return pages.map((page, at) => ({
    ...recordOf(page),
    hasSiblings: pages.length > 1,
    notFor: notFor[at] ?? [],
    card: { ...cardOf(page, pages, product, content), ...incidentsOn(page, product, open) },
  }));
}

function incidentsOn(
  { edition, serves }: ArticlePage,
  product: Product,
  open: readonly Incident[],
): Pick<PageCard, 'incidents'> {
  const incidents = incidentsTouching(open, edition, serves, product).map(({ slug, title }) => ({
    title,
    address: articleAddress(slug),
  }));
  return incidents.length > 0 ? { incidents } : {};
}

function recordOf({
  edition,
  address,
  serves,
  tree,
  contentHash,
}: ArticlePage): Omit<SearchRecord, 'hasSiblings' | 'notFor' | 'card'> {
  const { title, summary, keywords, product, type, topic } = edition.frontmatter;
  return {
    address,
    contentHash,
    file: edition.file,
    slug: edition.slug,
    title,
    summary,
    keywords,
    product,
    versions: [...new Set(serves.map(({ version }) => version))],
    audiences: [...new Set(serves.map(({ audience }) => audience))],
    type,
    topic,
    sections: [...sectionsOf(withAnchors(tree).tree), ...videosIn(tree).flatMap(momentSections)],
  };
}

/** What is said in a video, found and opened at its second; below the text, because it says the same once more. */
function momentSections({ id, cues, chapters }: BoundVideo): Section[] {
  return momentsOf(id, cues, chapters).map((moment) => ({
    heading: { depth: 3, id: moment.id, text: moment.heading },
    text: moment.text,
  }));
}

function cardOf(
  { edition, serves }: ArticlePage,
  pages: readonly ArticlePage[],
  product: Product,
  content: Content,
): PageCard {
  const audiences = product.audiences.filter((id) => serves.some(({ audience }) => audience === id));
  return {
    slug: edition.slug,
    product: product.title,
    newest: product.versions[0]?.id ?? '',
    firstAudience: pages[0]?.reader.audience ?? '',
    audiencesOfProduct: product.audiences,
    versions: product.versions
      .filter(({ id }) => serves.some(({ version }) => version === id))
      .map(({ id, label }) => ({ id, label })),
    audiences: audiences.map((id) => ({
      id,
      title: content.audiences.find((audience) => audience.id === id)?.title ?? id,
    })),
  };
}
