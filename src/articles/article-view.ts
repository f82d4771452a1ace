import type { Edition } from '../schema/article.ts';
import type { Product, Version } from '../schema/catalogue.ts';
import { compile, type ArticleContent } from './compile.ts';
import { withNamedChoices } from './named-choices.ts';
import { readingMinutes, sectionsOf, withAnchors, type Heading } from './outline.ts';
import { parseCheckedBody } from './parse-body.ts';
import { prune } from './prune.ts';
import type { Reader } from '../variants/reader.ts';
import { withTickableSteps } from './tickable-steps.ts';
import type { ArticleVariant } from './article-paths.ts';

/** The body of a page, ready to render, with what the page says about it. */
export type ArticleView = { Content: ArticleContent; headings: Heading[]; minutes: number };

/** `form` is the id of the form to which tick boxes belong. */
export function articleView(edition: Edition, product: Product, reader: Reader, form: string): ArticleView {
  const { tree, headings } = withAnchors(prune(parseCheckedBody(edition), product, reader));
  return {
    Content: compile(withNamedChoices(withTickableSteps(tree, form))),
    headings,
    minutes: readingMinutes(sectionsOf(tree)),
  };
}

/** One line of the switcher: another version or audience of this article, and the page that serves it. */
export type Way = { id: string; label: string; address: string; isHere: boolean };

/** The versions of this article, each leading to the page for the same audience where there is one. */
export function versionWays(pages: readonly ArticleVariant[], product: Product, here: Reader): Way[] {
  return product.versions.flatMap(({ id, label }) => {
    const address = addressFor(pages, { version: id, audience: here.audience }) ?? addressFor(pages, { version: id });
    return address === undefined ? [] : [{ id, label, address, isHere: id === here.version }];
  });
}

/** The audiences of this article, each leading to the page for the same version where there is one. */
export function audienceWays(
  pages: readonly ArticleVariant[],
  product: Product,
  titles: ReadonlyMap<string, string>,
  here: Reader,
): Way[] {
  return product.audiences.flatMap((id) => {
    const address = addressFor(pages, { version: here.version, audience: id }) ?? addressFor(pages, { audience: id });
    return address === undefined ? [] : [{ id, label: titles.get(id) ?? id, address, isHere: id === here.audience }];
  });
}

/** True where the last day of support lies before `today` (YYYY-MM-DD). */
export function supportEnded(version: Version, today: string): boolean {
  return version.supportEnds !== undefined && version.supportEnds < today;
}

function addressFor(pages: readonly ArticleVariant[], wanted: Partial<Reader>): string | undefined {
  const serves = (reader: Reader) =>
    (wanted.version ?? reader.version) === reader.version && (wanted.audience ?? reader.audience) === reader.audience;
  return pages.find((page) => page.serves.some(serves))?.address;
}
