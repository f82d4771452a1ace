import type { AssetTable } from './assets-in.ts';

/** What the worker of a build knows of that build, written into it when it is bundled. */
export type OfflineBuild = {
  /** Another one where the first pages or the assets are others: then browsers fetch them anew. */
  id: string;
  assets: AssetTable;
  /** Whether the search index is small enough to be kept as a whole. */
  keepsWholeIndex: boolean;
};

/** `pagefind/files.json`, written where the index is small: its files, and what they weigh together. */
export type IndexList = { bytes: number; files: string[] };

export const INDEX_LIST = 'files.json';
/** What a reader who searched once may be given besides: less than a photograph. */
export const MAX_WHOLE_INDEX_BYTES = 2_000_000;
/** Pages that are there before anybody has read them. */
export const CORE_PAGES: readonly string[] = ['', 'search/', 'offline/'];
/** What a page says to a worker that came after it. */
export const KEEP_THIS_PAGE = 'keep-this-page';
export const OFFLINE_PAGE = 'offline/';
