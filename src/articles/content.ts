import type { Edition } from '../schema/article.ts';
import type { Audience, Product, Topic } from '../schema/catalogue.ts';
import type { Site } from '../schema/site.ts';
import type { Video } from '../schema/video.ts';

/** All that writers wrote, checked. Editions of one article stand together. */
export type Content = {
  site: Site;
  audiences: readonly Audience[];
  topics: readonly Topic[];
  products: readonly Product[];
  editions: readonly Edition[];
  videos: readonly Video[];
};

/** Editions by the slug of their article, in the order of the content. */
export function editionsBySlug(editions: readonly Edition[]): Map<string, Edition[]> {
  const bySlug = new Map<string, Edition[]>();
  for (const edition of editions) {
    const together = bySlug.get(edition.slug);
    if (together) together.push(edition);
    else bySlug.set(edition.slug, [edition]);
  }
  return bySlug;
}

/** The product that an edition is about. Content is checked, so it exists. */
export function productOf(content: Pick<Content, 'products'>, edition: Edition): Product {
  const product = content.products.find(({ id }) => id === edition.frontmatter.product);
  if (!product)
    throw new Error(`${edition.file} was not checked: there is no product "${edition.frontmatter.product}".`);
  return product;
}
