import type { ArticleProps } from '../../articles/article-paths.ts';
import { productOf, type Content } from '../../articles/content.ts';
import { directionOf, listInWords } from '../../articles/in-words.ts';
import { accentsOf } from '../../look/accents.ts';
import type { Site } from '../../schema/site.ts';
import { discovery as words } from '../../strings/en/discovery.ts';
import { servedVersions } from '../page-titles.ts';
import type { Preview } from './preview.ts';

/** What stands on the picture of a page that is no article. */
export function pagePreview(site: Site, title: string, line = ''): Preview {
  const { light: accent } = accentsOf(site.look);
  const isRightToLeft = directionOf(site.language) === 'rtl';
  return { title, line, site: site.title, ...(site.logo && { logo: site.logo.light }), accent, isRightToLeft };
}

/** The picture of an article names the product, and the versions where the page is not for all of them. */
export function articlePreview(content: Content, { page: { edition, serves } }: Pick<ArticleProps, 'page'>): Preview {
  const product = productOf(content, edition);
  const served = servedVersions(product, serves);
  const versions = listInWords(
    served.map(({ label }) => label),
    content.site.language,
  );
  const isForAll = served.length === product.versions.length;
  const line = isForAll ? product.title : words.productAndVersions({ product: product.title, versions });
  return pagePreview(content.site, edition.frontmatter.title, line);
}

/** Every picture that some page of the site names. */
export function sitePreviews(content: Content, articles: readonly ArticleProps[]): Preview[] {
  const { site, products, topics } = content;
  return [
    pagePreview(site, site.title),
    ...[...products, ...topics].map(({ title }) => pagePreview(site, title)),
    ...articles.map((article) => articlePreview(content, article)),
  ];
}
