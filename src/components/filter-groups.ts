import type { Content } from '../articles/content.ts';
import { ARTICLE_TYPES } from '../schema/article.ts';
import type { FilterGroup } from '../search/filter-choices.ts';
import { articleTypes, filters as words } from '../strings/en/search-page.ts';

/** What can be chosen of one filter, and the words above it. */
export type LabelledGroup = FilterGroup & { title: string };

/** Everything by which results can be narrowed, in the words and the order of the content. */
export function filterGroups(content: Content, topics: readonly { id: string; title: string }[]): LabelledGroup[] {
  const { products, audiences } = content;
  return [
    {
      name: 'product',
      ...words.product,
      choices: products.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      name: 'version',
      ...words.version,
      choices: products.flatMap((product) =>
        product.versions.map(({ id, label }) => ({ value: id, label, of: product.id })),
      ),
    },
    {
      name: 'audience',
      ...words.audience,
      choices: audiences.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      name: 'type',
      ...words.type,
      choices: ARTICLE_TYPES.map((type) => ({ value: type, label: articleTypes[type] })),
    },
    {
      name: 'topic',
      ...words.topic,
      choices: topics.map(({ id, title }) => ({ value: id, label: title })),
    },
  ];
}
