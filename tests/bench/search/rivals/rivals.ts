import { flexsearch } from './flexsearch.ts';
import { lunr } from './lunr.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import type { SearchRival } from './search-rival.ts';

/** Engines over one index. Pagefind, which is asked in the browser, stands apart. */
export const RIVALS: readonly SearchRival[] = [minisearch, orama, flexsearch, lunr];

export const RIVAL_NAMES = ['pagefind', ...RIVALS.map(({ name }) => name.toLowerCase())];
