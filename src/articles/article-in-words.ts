import type { Reader } from '../variants/reader.ts';
import { chooseEdition, readersOfArticle } from '../variants/choose-edition.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';
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
  const [first, ...others] = editionsBySlug(content.editions).get(slug) ?? [];
  if (!first) return undefined;
  const editions = [first, ...others];
  const product = productOf(content, first);
  const readers = readersOfArticle(editions, product);
  const reader =
    readers.find(({ version, audience }) => version === wanted.version && audience === wanted.audience) ?? readers[0];
  const edition = reader && chooseEdition(editions, product, reader);
  if (!edition) return undefined;
  return {
    slug,
    title: edition.frontmatter.title,
    ...reader,
    versionLabel: product.versions.find(({ id }) => id === reader.version)?.label ?? reader.version,
    audienceTitle: content.audiences.find(({ id }) => id === reader.audience)?.title ?? reader.audience,
    steps: stepTexts(prune(parseCheckedBody(edition), product, reader)),
  };
}
