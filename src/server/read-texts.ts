import type { ReadText } from '../schema/read-text.ts';

/** Texts that readers had before them when they asked for a person. Part of the store. */
export type ReadTexts = {
  /** Keeps a text under its hash; one that is kept stays as it is. */
  keepReadText(text: ReadText, now: Temporal.Instant): Promise<void>;
  readText(hash: string): Promise<ReadText | undefined>;
};
