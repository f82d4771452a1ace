import { createHash } from 'node:crypto';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import type { Video } from '../schema/video.ts';
import { articleAddresses, canonicalAddress, lookedUp } from '../variants/address.ts';
import { chooseEdition, readersOfArticle } from '../variants/choose-edition.ts';
import { bindPictures } from '../pictures/bind-pictures.ts';
import { fold, foldFor } from '../variants/fold.ts';
import { readersOf, type Reader } from '../variants/reader.ts';
import { asRead } from './as-read.ts';
import { bindVideos } from './bind-videos.ts';
import { parseCheckedBody } from './parse-body.ts';
import { prune } from './prune.ts';
import type { Tree } from './tree.ts';

/** One page of an article: a distinct output, and everybody whom it serves. */
export type ArticlePage = {
  edition: Edition;
  /** The first reader it serves; names the page. */
  reader: Reader;
  serves: Reader[];
  address: string;
  /** The body for this page, without what it hides, with the cuts of its videos. */
  tree: Tree;
  /** Changes when anything that is read here changes; votes are bound to it. */
  contentHash: string;
};

/**
 * All pages of one article (its default page first), and the other addresses that lead to one of them: `redirects`
 * those of readers who share a page, which change with the text, `former` those that its editions had, which stay.
 */
export type ArticlePages = { pages: ArticlePage[]; redirects: Map<string, string>; former: Map<string, string> };

export function articlePages(
  editions: readonly Edition[],
  product: Product,
  videos: readonly Video[] = [],
): ArticlePages {
  const readers = readersOfArticle(editions, product);
  const byDefault = readers[0];
  const slug = editions[0]?.slug;
  if (!byDefault || slug === undefined) return { pages: [], redirects: new Map(), former: new Map() };
  const trees = new Map(editions.map((edition) => [edition.id, parseCheckedBody(edition)]));
  const folds = fold(readers, (reader) => variantFor(reader, editions, product, trees, videos));
  const pages = folds.map(({ reader, serves, variant }) => ({
    edition: variant.edition,
    reader,
    serves,
    address: canonicalAddress(slug, reader, byDefault),
    tree: variant.tree,
    contentHash: variant.contentHash,
  }));
  const redirects = new Map<string, string>();
  for (const [address, reader] of articleAddresses(slug, readers)) {
    const page = foldFor(folds, reader);
    const target = page && canonicalAddress(slug, page.reader, byDefault);
    if (target !== undefined && target !== address) redirects.set(address, target);
  }
  const former = new Map<string, string>();
  for (const edition of editions) {
    // Found by its reader, not by its file: a page that was folded into another bears the other's name.
    const first = readersOf(edition.frontmatter, product)[0];
    const page = first && foldFor(folds, first);
    if (!page) continue;
    const target = canonicalAddress(slug, page.reader, byDefault);
    for (const written of edition.frontmatter.redirectFrom) former.set(lookedUp(written) ?? written, target);
  }
  return { pages, redirects, former };
}

type Variant = { contentKey: string; contentHash: string; edition: Edition; tree: Tree };

function variantFor(
  reader: Reader,
  editions: readonly Edition[],
  product: Product,
  trees: ReadonlyMap<string, Tree>,
  videos: readonly Video[],
): Variant {
  const edition = chooseEdition(editions, product, reader);
  const tree = edition && trees.get(edition.id);
  if (!tree) throw new Error(`No edition serves version ${reader.version} for ${reader.audience}.`);
  const shown = bindPictures(prune(tree, product, reader), edition.pictures);
  const pruned = bindVideos(shown, videos, product, reader);
  const hash = contentHash(edition, pruned);
  return { edition, tree: pruned, contentHash: hash, contentKey: hash + waysOn(edition) };
}

function contentHash({ frontmatter: { title, summary } }: Edition, tree: Tree): string {
  const read = JSON.stringify([title, summary, asRead(tree)]);
  return createHash('sha256').update(read).digest('hex').slice(0, 16);
}

/** Where a page leads besides its text. Readers see it, so it keeps editions apart, but no vote is about it. */
function waysOn({ frontmatter: { related, topic } }: Edition): string {
  return JSON.stringify([related, topic]);
}
