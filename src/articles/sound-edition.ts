import type { Product } from '../schema/catalogue.ts';
import type { Tree } from './tree.ts';
import type { EditionWithLines } from './unchecked.ts';

/** An edition without mistakes, parsed. */
export type SoundEdition = { edition: EditionWithLines; product: Product; tree: Tree };

/** What there is to hold an edition against. */
export type Beside = {
  /** YYYY-MM-DD. */
  today: string;
  /** ISO 8601 duration after which an article should be looked at again. */
  reviewEvery: string;
  /** Articles of which every edition is sound, by slug. */
  bySlug: ReadonlyMap<string, readonly SoundEdition[]>;
  /** Anchors of the headings of an article, in any of its variants; undefined where it could not be read whole. */
  anchorsOf: (slug: string) => ReadonlySet<string> | undefined;
};
