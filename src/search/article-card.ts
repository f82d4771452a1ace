/**
 * What a result has to know of its whole article: it travels with each page of the index, so that the browser needs
 * no catalogue to say "only in Sync 3". Kept short, because it is downloaded once a result.
 */
export type ArticleCard = {
  slug: string;
  /** Title of the product. */
  product: string;
  /** Id of the product's newest version, whether or not the article covers it. */
  newest: string;
  versions: { id: string; label: string }[];
  audiences: { id: string; title: string }[];
  /** The default page first. */
  pages: { address: string; serves: [version: string, audience: string][] }[];
};
