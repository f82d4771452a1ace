import type { LiveArticle, LiveEdition } from '../insights/live-article.ts';
import type { Edition } from '../schema/article.ts';
import { readersOf } from '../variants/reader.ts';
import { articlePages } from './article-pages.ts';
import { hasConditions } from './check-variants.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';
import { headingsIn, headingText, sectionsOf } from './outline.ts';
import { parseCheckedBody } from './parse-body.ts';
import { prune } from './prune.ts';
import { lineOf } from './tree.ts';

/**
 * Articles as insights look at them, without drafts. `built` are the editions as readers see them, where that is
 * known and writers have changed their files since; places in files are always those of `content`.
 */
export function liveArticles(
  content: Pick<Content, 'editions' | 'products' | 'videos'>,
  built: readonly Edition[] = content.editions,
): LiveArticle[] {
  const present = editionsBySlug(content.editions.filter(isShown));
  const seen = editionsBySlug(built.filter(isShown));
  return [...present].flatMap(([slug, editions]): LiveArticle[] => {
    const [first] = editions;
    if (!first) return [];
    const product = productOf(content, first);
    const { pages } = articlePages(seen.get(slug) ?? editions, product, content.videos);
    const texts = Map.groupBy(pages, ({ contentHash }) => contentHash);
    const byDefault = pages[0]?.edition.file;
    return [
      {
        slug,
        title: (editions.find(({ file }) => file === byDefault) ?? first).frontmatter.title,
        versions: product.versions.map(({ id }) => id),
        texts: [...texts].map(([contentHash, same]) => ({
          contentHash,
          file: same[0]?.edition.file ?? first.file,
          readers: same.flatMap(({ serves }) => serves),
        })),
        editions: editions
          .map((edition) => liveEdition(edition, content))
          .sort((a, b) => Number(b.file === byDefault) - Number(a.file === byDefault)),
      },
    ];
  });
}

/** The article of that slug, or undefined where there is none but a draft. */
export function liveArticle(
  content: Pick<Content, 'editions' | 'products' | 'videos'>,
  slug: string,
): LiveArticle | undefined {
  return liveArticles({ ...content, editions: content.editions.filter((edition) => edition.slug === slug) })[0];
}

function isShown({ frontmatter }: Edition): boolean {
  return !frontmatter.draft;
}

function liveEdition(edition: Edition, content: Pick<Content, 'products'>): LiveEdition {
  const { file, source, frontmatter } = edition;
  const product = productOf(content, edition);
  const tree = parseCheckedBody(edition);
  const readers = readersOf(frontmatter, product);
  const looking = hasConditions(tree) ? readers : readers.slice(0, 1);
  const variants = looking.map((reader) => prune(tree, product, reader));
  const headings = new Map(
    variants.flatMap(headingsIn).map((heading) => {
      const found = { text: headingText(heading), line: lineOf(heading) };
      return [`${found.line} ${found.text}`, found];
    }),
  );
  const { title, summary, keywords, owner, reviewed } = frontmatter;
  return {
    file,
    readers,
    headings: [...headings.values()],
    owner,
    reviewed,
    reviewedLine: lineWith(/^reviewed:/, source),
    searchedText: [title, summary, ...keywords, ...variants.flatMap(sectionsOf).map(sectionText)].join('\n'),
  };
}

function sectionText({ heading, text }: ReturnType<typeof sectionsOf>[number]): string {
  return `${heading?.text ?? ''}\n${text}`;
}

function lineWith(wanted: RegExp, source: string): number | undefined {
  const index = source.split('\n').findIndex((line) => wanted.test(line));
  return index < 0 ? undefined : index + 1;
}
