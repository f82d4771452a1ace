import type { Content } from '../articles/content.ts';
import { ARTICLE_TYPES } from '../schema/article.ts';
import type { FilterGroup } from '../search/filter-choices.ts';

/** What can be chosen of one filter, and the words above it. */
export type LabelledGroup = FilterGroup & { label: string };

/** Everything by which results can be narrowed, in the words and the order of the content. */
export function filterGroups(content: Content, topics: readonly { id: string; title: string }[]): LabelledGroup[] {
  const { products, audiences } = content;
  return [
    {
      name: 'product',
      label: 'Product',
      all: 'All products',
      choices: products.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      name: 'version',
      label: 'Version',
      all: 'All versions',
      choices: products.flatMap((product) =>
        product.versions.map(({ id, label }) => ({ value: id, label, of: product.id })),
      ),
    },
    {
      name: 'audience',
      label: 'For',
      all: 'Everybody',
      choices: audiences.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      name: 'type',
      label: 'Kind',
      all: 'All kinds',
      choices: ARTICLE_TYPES.map((type) => ({ value: type, label: TYPES[type] })),
    },
    {
      name: 'topic',
      label: 'Topic',
      all: 'All topics',
      choices: topics.map(({ id, title }) => ({ value: id, label: title })),
    },
  ];
}

const TYPES: Record<(typeof ARTICLE_TYPES)[number], string> = {
  'how-to': 'How-to',
  troubleshooting: 'Troubleshooting',
  explanation: 'Explanation',
  reference: 'Reference',
  incident: 'Incident',
};
