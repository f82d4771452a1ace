import { readerKey } from '../variants/choose-edition.ts';
import type { Reader } from '../variants/reader.ts';

/** Another page of the same article, for the switcher. */
export type ArticleVariant = { address: string; serves: readonly Reader[] };

/** What it takes to link to an article: its pages, its default one first. */
export type BookedArticle = { slug: string; title: string; product: string; pages: readonly ArticleVariant[] };

/** A link to an article: where it leads for the reader of the page it stands on, and for whom there are others. */
export type ArticleLink = {
  slug: string;
  title: string;
  address: string;
  product: string;
  /** Every reader whom the article serves ("5 home,5 admin"), so that a remembered choice can be followed. */
  serves: string;
};

/**
 * A link from a page for `reader` of `product`: to the page for the same version and audience where there is one,
 * else for the same audience, else to the default page. Versions of another product say nothing.
 */
export function linkTo(article: BookedArticle, product: string, reader: Reader): ArticleLink {
  const { slug, title, pages } = article;
  const sameProduct = article.product === product;
  const page =
    pages.find(({ serves }) => sameProduct && serves.some((served) => readerKey(served) === readerKey(reader))) ??
    pages.find(({ serves }) => serves.some(({ audience }) => audience === reader.audience)) ??
    pages[0];
  const serves = pages.flatMap((each) => each.serves.map(readerKey)).join(',');
  return { slug, title, address: page?.address ?? `/articles/${slug}/`, product: article.product, serves };
}
