import type { Reader } from '../variants/reader.ts';
import type { Content } from './content.ts';
import { editionFor } from './edition-for.ts';
import { parseCheckedBody } from './parse-body.ts';
import { prune } from './prune.ts';
import { stepTexts } from './tickable-steps.ts';

/** An article as one reader sees it, named in words, with the texts of its steps. */
export type ArticleInWords = {
  slug: string;
  title: string;
  version: string;
  audience: string;
  versionLabel: string;
  audienceTitle: string;
  steps: string[];
};

/** Undefined where there is no such article. A reader whom it does not serve is taken for the first whom it does. */
export function articleInWords(content: Content, slug: string, wanted: Partial<Reader>): ArticleInWords | undefined {
  const found = editionFor(content, slug, wanted);
  if (!found) return undefined;
  const { edition, product, reader } = found;
  return {
    slug,
    title: edition.frontmatter.title,
    ...reader,
    versionLabel: product.versions.find(({ id }) => id === reader.version)?.label ?? reader.version,
    audienceTitle: content.audiences.find(({ id }) => id === reader.audience)?.title ?? reader.audience,
    steps: stepTexts(prune(parseCheckedBody(edition), product, reader)),
  };
}
