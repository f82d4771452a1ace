import type { Edition } from '../schema/article.ts';
import { chooseEdition, readersOfArticle } from '../variants/choose-edition.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';

/** An article in a list: its newest edition speaks for it. */
export type Listed = {
  slug: string;
  title: string;
  summary: string;
  topic: string;
  product: string;
  type: string;
  reviewed: string;
};

/** Every article once, in the order of titles. */
export function listedArticles(content: Content): Listed[] {
  return [...editionsBySlug(content.editions).values()]
    .flatMap((editions) => {
      const newest = newestEdition(editions, content);
      return newest ? [listed(newest)] : [];
    })
    .sort((a, b) => a.title.localeCompare(b.title, content.site.language));
}

/** What other articles lead to most, incidents left out: a fair guess at what many people need. */
export function oftenNeeded(content: Content, most: number): Listed[] {
  const pointers = new Map<string, number>();
  for (const { frontmatter } of content.editions) {
    for (const slug of frontmatter.related) pointers.set(slug, (pointers.get(slug) ?? 0) + 1);
  }
  return listedArticles(content)
    .filter(({ type }) => type === 'how-to' || type === 'troubleshooting')
    .sort((a, b) => (pointers.get(b.slug) ?? 0) - (pointers.get(a.slug) ?? 0))
    .slice(0, most);
}

/** The edition that serves the newest version. */
function newestEdition(editions: readonly Edition[], content: Content): Edition | undefined {
  const [first, ...others] = editions;
  // Nearly every article has one edition, and to work out its readers would take most of the time of a list.
  if (!first || others.length === 0) return first;
  const product = productOf(content, first);
  const newest = readersOfArticle(editions, product)[0];
  return newest && chooseEdition(editions, product, newest);
}

function listed({ slug, frontmatter: { title, summary, topic, product, type, reviewed } }: Edition): Listed {
  return { slug, title, summary, topic, product, type, reviewed };
}
