/**
 * What a result has to know of its page besides the text: it travels with the page in the index, so that the browser
 * needs no catalogue to say "only in Sync 3". Kept short, because it is downloaded once a result.
 */
export type PageCard = {
  slug: string;
  /** Title of the product. */
  product: string;
  /** Id of the product's newest version, whether or not the article covers it. */
  newest: string;
  /** Id of the audience that the article is shown to first. */
  firstAudience: string;
  /** Ids of the audiences that the product has: a reader of any other kind is taken to be of the first. */
  audiencesOfProduct: string[];
  /** Whom the page serves: versions newest first, audiences in the order of the product. */
  versions: { id: string; label: string }[];
  audiences: { id: string; title: string }[];
  /** Open incidents that touch the page. */
  incidents?: { title: string; address: string }[];
};
