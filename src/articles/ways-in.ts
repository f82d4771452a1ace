import type { Edition } from '../schema/article.ts';
import { chooseEdition, readerKey, readersOfArticle } from '../variants/choose-edition.ts';
import type { Reader } from '../variants/reader.ts';
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
  /** Every reader whom it serves, as in `ArticleLink`. */
  serves: string;
};

/** Every article once, in the order of titles. */
export function listedArticles(content: Content): Listed[] {
  return [...editionsBySlug(content.editions).values()]
    .flatMap((editions) => {
      const readers = readersServed(editions, content);
      const newest = newestEdition(editions, readers, content);
      return newest ? [listed(newest, readers)] : [];
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

function readersServed(editions: readonly Edition[], content: Content): Reader[] {
  const [first] = editions;
  return first ? readersOfArticle(editions, productOf(content, first)) : [];
}

/** The edition that serves the newest version. */
function newestEdition(
  editions: readonly Edition[],
  readers: readonly Reader[],
  content: Content,
): Edition | undefined {
  const [first] = editions;
  const [newest] = readers;
  return first && newest && chooseEdition(editions, productOf(content, first), newest);
}

function listed({ slug, frontmatter }: Edition, readers: readonly Reader[]): Listed {
  const { title, summary, topic, product, type, reviewed } = frontmatter;
  return { slug, title, summary, topic, product, type, reviewed, serves: readers.map(readerKey).join(',') };
}
