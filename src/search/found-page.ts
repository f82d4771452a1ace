import type { PageCard } from './page-card.ts';

/** What is known of a page once it has been fetched. */
export type FoundPage = {
  address: string;
  title: string;
  /** Id of its product. */
  product: string;
  /** All of its text, starting with the summary. Split at white space, it has the places of the index. */
  text: string;
  headings: readonly { id: string; text: string; place: number }[];
  card: PageCard;
};

/** A page as Pagefind keeps it in its fragment files. */
type Fragment = {
  url: string;
  content: string;
  meta: { title?: string };
  filters: Record<string, string[] | undefined>;
  anchors: { element: string; id: string; text: string; location: number }[];
};

/** A page as search shows it, from its fragment. */
export function pageOf(fragment: unknown): FoundPage {
  const { url, content, meta, filters, anchors } = fragment as Fragment;
  return {
    address: url,
    title: meta.title ?? '',
    product: filters['product']?.[0] ?? '',
    text: content,
    headings: anchors
      .filter(({ element }) => /^h[2-6]$/.test(element))
      .map(({ id, text, location }) => ({ id, text, place: location })),
    card: JSON.parse(filters['card']?.[0] ?? '{}') as PageCard,
  };
}
