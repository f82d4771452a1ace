import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { readerKey } from '../variants/choose-edition.ts';
import { stepChanges, type StepChange } from '../variants/step-changes.ts';
import { pageTitles, type TitledPage } from '../discovery/page-titles.ts';
import { linkTo, type ArticleLink, type ArticleVariant, type BookedArticle } from './address-book.ts';
import { linkedSlugs } from './article-links.ts';
import { articlePages, type ArticlePage } from './article-pages.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';
import { incidentsTouching, openIncidents, type Incident } from './incidents.ts';
import { stepTexts } from './tickable-steps.ts';

/** What the route of articles is given for one address: a page, or the address that it leads to. */
export type ArticlePath = {
  params: { slug: string; variant: string | undefined };
  props: ArticleProps | { redirect: string };
};

export type ArticleProps = {
  page: Omit<ArticlePage, 'tree'>;
  /** The title of the page, which no other page of the site has. */
  title: string;
  pages: readonly ArticleVariant[];
  /** Articles that help next, in the order of the writer. */
  related: readonly ArticleLink[];
  /** Where the links in the text lead. */
  links: readonly ArticleLink[];
  /** Absent where the page serves the newest version that the article has for its audience. */
  newer?: NewerPage;
  /** The article that says how to move on from the version of this page. */
  upgrade?: ArticleLink;
  /** Articles of the open incidents that touch this page. */
  incidents: readonly ArticleLink[];
};

/** The page for the newest version, and which steps are others there. */
export type NewerPage = { version: string; address: string; changes: readonly StepChange[] };

/** Every page of every article; with `redirects` also every address that leads to one, for hosts without a server. */
export function articlePaths(content: Content, { redirects }: { redirects: boolean }): ArticlePath[] {
  const articles = [...editionsBySlug(content.editions).values()].flatMap((editions) => drafted(editions, content));
  const book = new Map(articles.map((article) => [article.booked.slug, article.booked]));
  const open = openIncidents(content);
  const titles = pageTitles(articles.flatMap(titledPages), content.audiences, content.site.language);
  return articles.flatMap((article) => [
    ...pathsOf(article, { book, open, titles }),
    ...(redirects ? leadingPaths(article) : []),
  ]);
}

/** An article on its way to paths. Trees are large, so what is needed of them is read off and they are let go. */
type DraftedArticle = {
  booked: BookedArticle;
  product: Product;
  pages: { page: Omit<ArticlePage, 'tree'>; steps: string[]; linked: string[] }[];
  redirects: ReadonlyMap<string, string>;
};

function drafted(editions: readonly Edition[], content: Content): DraftedArticle[] {
  const [first] = editions;
  if (!first) return [];
  const product = productOf(content, first);
  const { pages, redirects } = articlePages(editions, product, content.videos);
  const variants = pages.map(({ address, serves }) => ({ address, serves }));
  return [
    {
      booked: {
        slug: first.slug,
        title: pages[0]?.edition.frontmatter.title ?? '',
        product: product.id,
        pages: variants,
      },
      product,
      pages: pages.map(({ tree, ...page }) => ({ page, steps: stepTexts(tree), linked: linkedSlugs(tree) })),
      redirects,
    },
  ];
}

function titledPages({ product, pages }: DraftedArticle): TitledPage[] {
  return pages.map(({ page: { address, edition, serves } }, index) => ({
    address,
    title: edition.frontmatter.title,
    product,
    serves,
    isFirst: index === 0,
  }));
}

/** What the pages of an article are told of all others. */
type Site = {
  book: ReadonlyMap<string, BookedArticle>;
  open: readonly Incident[];
  titles: ReadonlyMap<string, string>;
};

function pathsOf({ booked, product, pages }: DraftedArticle, { book, open, titles }: Site): ArticlePath[] {
  return pages.map(({ page, steps, linked }) => {
    const link = (slug: string) => {
      const article = book.get(slug);
      return article ? [linkTo(article, product.id, page.reader)] : [];
    };
    const newer = newerThan(page, steps, pages, product);
    const guide = product.versions.find(({ id }) => id === page.reader.version)?.upgrade;
    const [upgrade] = guide === undefined || guide === booked.slug ? [] : link(guide);
    return {
      params: { slug: booked.slug, variant: variantOf(booked.slug, page.address) },
      props: {
        page,
        title: titles.get(page.address) ?? page.edition.frontmatter.title,
        pages: booked.pages,
        related: page.edition.frontmatter.related.flatMap(link),
        links: linked.flatMap(link),
        incidents: incidentsTouching(open, page.edition, page.serves, product).flatMap(({ slug }) => link(slug)),
        ...(newer && { newer }),
        ...(upgrade && { upgrade }),
      },
    };
  });
}

function newerThan(
  { reader, serves, address }: Omit<ArticlePage, 'tree'>,
  steps: readonly string[],
  pages: DraftedArticle['pages'],
  product: Product,
): NewerPage | undefined {
  for (const { id: version } of product.versions) {
    if (serves.some((served) => served.version === version)) return undefined;
    const wanted = readerKey({ version, audience: reader.audience });
    const newer = pages.find(({ page }) => page.serves.some((served) => readerKey(served) === wanted));
    if (newer && newer.page.address !== address) {
      return { version, address: newer.page.address, changes: stepChanges(steps, newer.steps) };
    }
  }
  return undefined;
}

function leadingPaths({ booked: { slug }, redirects }: DraftedArticle): ArticlePath[] {
  return [...redirects].map(([from, redirect]) => ({
    params: { slug, variant: variantOf(slug, from) },
    props: { redirect },
  }));
}

/** The part of the address after the slug, without slashes at its ends; undefined for the article's own address. */
function variantOf(slug: string, address: string): string | undefined {
  return address.slice(`/articles/${slug}/`.length).replace(/\/$/, '') || undefined;
}
