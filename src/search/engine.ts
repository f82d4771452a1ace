export type { Filters, SearchReader } from './filters.ts';
