import type { Content } from '../articles/content.ts';
import type { IndexedSite } from './index/finish-index.ts';

/** What the index has to know of a site besides its articles. */
export function indexedSite({ site, products }: Pick<Content, 'site' | 'products'>): IndexedSite {
  return {
    language: site.language,
    products: products.map(({ id, title, versions }) => ({
      id,
      title,
      versions: versions.map((version) => ({ id: version.id, label: version.label })),
    })),
    synonyms: site.synonyms,
  };
}
