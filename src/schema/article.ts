import { z } from 'zod';
import { Day, Identifier } from './identifier.ts';
import type { Picture } from './picture.ts';

export const ARTICLE_TYPES = ['how-to', 'troubleshooting', 'explanation', 'reference', 'incident'] as const;

/** What an incident touches. A page is touched by its product or its article, within `versions` where those are named. */
export const Affects = z.strictObject({
  products: z.array(Identifier).min(1).optional().describe('Ids of products: every page about one of them.'),
  articles: z.array(Identifier).min(1).optional().describe('Slugs of articles: every page of one of them.'),
  versions: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Semver range, such as ">=5": only pages for one of these versions. Alone: of the incident’s own product.',
    ),
});
export type Affects = z.infer<typeof Affects>;

const moment = () => z.string().refine(isInstant, 'Write day and time with a zone, such as 2026-11-20T08:15Z.');

/** What an article of type incident has besides, and no other one. */
const ofIncidents = {
  affects: Affects.optional().describe('Incidents only: what carries its banner; products, articles or versions.'),
  opened: moment().optional().describe('Incidents only: when it began, such as 2026-11-20T08:15Z.'),
  resolved: moment().optional().describe('Incidents only: when it was mended; with this the banners go.'),
  why: z.string().min(1).max(2_000).optional().describe('Incidents only: why it happened; needed once it is resolved.'),
  changed: z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .describe('Incidents only: what was changed so that it does not come back; needed once it is resolved.'),
};

/** The fields above the text of an article (one edition of it). */
export const Frontmatter = z.strictObject({
  title: z.string().min(1).max(120).describe('The question or goal in the customer’s words.'),
  summary: z.string().min(1).max(300).describe('One sentence for search results and link previews.'),
  type: z.enum(ARTICLE_TYPES).describe('how-to, troubleshooting, explanation, reference or incident.'),
  product: Identifier.describe('Id of the product: the name of its file in content/products.'),
  versions: z.string().min(1).optional().describe('Semver range over the product’s versions; absent: all.'),
  audiences: z.array(Identifier).min(1).optional().describe('Who it is for; absent: all of the product’s audiences.'),
  topic: Identifier.describe('Id of a topic in content/topics.yaml.'),
  keywords: z.array(z.string().min(1)).default([]).describe('What customers call it; searched, not shown.'),
  reviewed: Day.describe('The day a person last checked it.'),
  owner: z.string().min(1).describe('Who looks after it.'),
  related: z.array(Identifier).default([]).describe('Slugs of articles that help next.'),
  redirectFrom: z
    .array(
      z
        .string()
        .regex(
          /^\/(?![/\\])[^?#\s\\]*$/,
          'Write an address of this site, starting with "/", without white space (write %20), ? and #.',
        ),
    )
    .default([])
    .describe('Earlier addresses of this article.'),
  draft: z.boolean().default(false).describe('true: shown in dev only.'),
  ...ofIncidents,
});
export type Frontmatter = z.infer<typeof Frontmatter>;

/** One file of an article, for a range of versions. */
export type Edition = {
  /** `<slug>` or `<slug>@<edition>`, the file's name without its ending. */
  id: string;
  slug: string;
  /** Path as a writer sees it, from the folder that holds the content folder. */
  file: string;
  frontmatter: Frontmatter;
  /** The whole file, frontmatter included, so that lines count as in the editor. */
  source: string;
  /** The pictures that it shows, as they were found; absent where it shows none. */
  pictures?: readonly Picture[];
};

function isInstant(written: string): boolean {
  try {
    Temporal.Instant.from(written);
    return true;
  } catch {
    return false;
  }
}
