import type { Edition } from '../schema/article.ts';
import type { Audience, Product, Topic } from '../schema/catalogue.ts';
import type { VideoWithLines } from './read-videos.ts';
import type { UnreadEdition } from './unread-edition.ts';

/** Content whose files each have the right shape, before they are held against each other. */
export type Unchecked = {
  audiences: readonly Audience[];
  topics: readonly Topic[];
  products: readonly Product[];
  editions: readonly EditionWithLines[];
  /** Those of which a field has a mistake. */
  unread: readonly UnreadEdition[];
  /** Slugs of all files, those included whose fields could not be read: links to them are no mistake. */
  slugs: readonly string[];
  videos: readonly VideoWithLines[];
  /** Ids of all videos, those included that could not be read. */
  videoIds: readonly string[];
  /** Where each list stands, for the wording. */
  files: { products: string; audiences: string; topics: string; videos: string };
  /** The line of a field in one of these files. */
  lineOf: (file: string, field: string) => number | undefined;
};

/** An edition that knows the line of each of its fields. */
export type EditionWithLines = Edition & { lineOf: (field: string) => number | undefined };
