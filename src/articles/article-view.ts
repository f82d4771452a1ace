import type { Edition } from '../schema/article.ts';
import type { Product, Version } from '../schema/catalogue.ts';
import type { Video } from '../schema/video.ts';
import { bindPictures } from '../pictures/bind-pictures.ts';
import { showPictures } from '../pictures/show-pictures.ts';
import { bindVideos } from './bind-videos.ts';
import { compile, type ArticleContent } from './compile.ts';
import { withNamedChoices } from './named-choices.ts';
import { readingMinutes, sectionsOf, withAnchors, type Heading } from './outline.ts';
import { parseCheckedBody } from './parse-body.ts';
import { prune } from './prune.ts';
import type { Reader } from '../variants/reader.ts';
import { withTickableSteps } from './tickable-steps.ts';
import type { Tree } from './tree.ts';
import type { ArticleLink, ArticleVariant } from './address-book.ts';
import { withArticleLinks } from './article-links.ts';
import { withReachableCode } from './reachable-code.ts';
import { withScrollableTables } from './scrollable-tables.ts';
import { withTableHeaders } from './table-headers.ts';
import { article as words } from '../strings/en/article.ts';

/** The body of a page, ready to render, with what the page says about it. */
export type ArticleView = {
  Content: ArticleContent;
  headings: Heading[];
  minutes: number;
  /** What is read, with anchors, before it is made into a component. */
  tree: Tree;
};

type Around = { links: readonly ArticleLink[]; videos?: readonly Video[] };

/**
 * `form` is the id of the form to which tick boxes belong, `links` says where links to other articles lead; `videos`
 * may be left out where the edition shows none.
 */
export function articleView(
  edition: Edition,
  product: Product,
  reader: Reader,
  { form, ...around }: { form: string } & Around,
): ArticleView {
  const { tree, headings, minutes } = articleTree(edition, product, reader, around);
  const reachable = withReachableCode(withScrollableTables(withTableHeaders(tree)), words.code);
  return {
    Content: compile(withNamedChoices(withTickableSteps(reachable, form))),
    headings,
    minutes,
    tree,
  };
}

/** All that `reader` sees of an edition and nothing else: with anchors, pictures, and links that lead where they should. */
export function articleTree(
  edition: Edition,
  product: Product,
  reader: Reader,
  { links, videos = [] }: Around,
): Pick<ArticleView, 'tree' | 'headings' | 'minutes'> {
  const shown = bindPictures(prune(parseCheckedBody(edition), product, reader), edition.pictures);
  const { tree, headings } = withAnchors(bindVideos(shown, videos, product, reader));
  return {
    tree: withArticleLinks(showPictures(tree, edition.pictures), links),
    headings,
    minutes: readingMinutes(sectionsOf(tree)),
  };
}

/** One line of the switcher: another version or audience of this article, and the page that serves it. */
export type Way = { id: string; label: string; address: string; isHere: boolean; reader: Reader };

/** The versions of this article, each leading to the page for the same audience where there is one. */
export function versionWays(pages: readonly ArticleVariant[], product: Product, here: Reader): Way[] {
  return product.versions.flatMap(({ id, label }) =>
    wayTo(pages, [{ version: id, audience: here.audience }, { version: id }], {
      id,
      label,
      isHere: id === here.version,
    }),
  );
}

/** The audiences of this article, each leading to the page for the same version where there is one. */
export function audienceWays(
  pages: readonly ArticleVariant[],
  product: Product,
  titles: ReadonlyMap<string, string>,
  here: Reader,
): Way[] {
  return product.audiences.flatMap((id) =>
    wayTo(pages, [{ version: here.version, audience: id }, { audience: id }], {
      id,
      label: titles.get(id) ?? id,
      isHere: id === here.audience,
    }),
  );
}

/** True where the last day of support lies before `today` (YYYY-MM-DD). */
export function supportEnded(version: Version, today: string): boolean {
  return version.supportEnds !== undefined && version.supportEnds < today;
}

/** The way to the first of the `wanted` readers for whom there is a page. */
function wayTo(
  pages: readonly ArticleVariant[],
  wanted: readonly Partial<Reader>[],
  way: Pick<Way, 'id' | 'label' | 'isHere'>,
): Way[] {
  for (const { version, audience } of wanted) {
    for (const { address, serves } of pages) {
      const reader = serves.find(
        (served) => served.version === (version ?? served.version) && served.audience === (audience ?? served.audience),
      );
      if (reader) return [{ ...way, address, reader }];
    }
  }
  return [];
}
