import type { Filters, SearchReader } from './filters.ts';
import { LONGEST_QUESTION } from './longest-question.ts';
import type { SearchOptions } from './search-answer.ts';

/** Rows on the results page, in the browser and on the server. Nobody reads further; who is not helped asks otherwise. */
export const RESULT_ROWS = 20;

/** What the address of the results page says. */
export type Asked = {
  question: string;
  filters: Filters;
  /** Whom to answer first. It excludes nothing; without it the server could not know what was chosen in the browser. */
  reader?: SearchReader;
  /** The words are searched for as they were typed. */
  literal?: boolean;
};

/** Names of the filters that stand in the address, in the order in which they are shown. */
export const FILTER_NAMES = ['product', 'version', 'audience', 'type', 'topic'] as const;

/** What stands for a part of the reader that is not known. */
const UNKNOWN = '*';

/** Reads `?q=&product=&version=&audience=&type=&topic=&literal=&for=`; empty and unknown parts count as absent. */
export function readAsked(parameters: URLSearchParams): Asked {
  const filters: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = parameters.get(name)?.trim();
    if (value) filters[name] = value;
  }
  // A version belongs to a product; without one it would mean the versions of all of them that share its number.
  if (filters.product === undefined) delete filters.version;
  const reader = readReader(parameters.get('for') ?? '');
  return {
    question: beginningOf(parameters.get('q') ?? ''),
    filters,
    ...(reader && { reader }),
    ...(parameters.get('literal') === '1' && { literal: true }),
  };
}

/** The query part of the address for `asked`, with its question mark. */
export function writeAsked({ question, filters, reader, literal }: Asked): string {
  const parameters = new URLSearchParams({ q: beginningOf(question) });
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value !== undefined && (name !== 'version' || filters.product !== undefined)) parameters.set(name, value);
  }
  if (literal) parameters.set('literal', '1');
  const readerWritten = reader && writeReader(reader);
  if (readerWritten) parameters.set('for', readerWritten);
  return `?${parameters}`;
}

/** `asked` with one filter chosen, or cleared by undefined. Another product has other versions. */
export function withFilter(asked: Asked, name: keyof Filters, value: string | undefined): Asked {
  const { [name]: _former, ...others } = asked.filters;
  const next: Filters = { ...others, ...(value !== undefined && { [name]: value }) };
  if (name === 'product') delete next.version;
  return { ...asked, filters: next };
}

/** A reader as one value of an address, product, version and audience: "sync 4.2 *"; empty where nothing is known. */
export function writeReader({ product, version, audience }: SearchReader): string {
  const parts = [product, product && version, audience];
  return parts.some(Boolean) ? parts.map((part) => part || UNKNOWN).join(' ') : '';
}

/** How the results page asks, in the browser and on the server. */
export function searchOptions(asked: Asked): SearchOptions {
  return { filters: asked.filters, reader: readerOf(asked), literal: asked.literal === true, limit: RESULT_ROWS };
}

/** The same question without any limit. */
export function withoutFilters(asked: Asked): Asked {
  return { ...asked, filters: {} };
}

/** Whom to answer first: a reader of one product says nothing about the versions of another. */
function readerOf({ reader = {}, filters }: Asked): SearchReader {
  if (filters.product === undefined || filters.product === reader.product) return reader;
  return reader.audience === undefined ? {} : { audience: reader.audience };
}

/** What is asked of a text that may be a whole letter. */
export function beginningOf(question: string): string {
  return question.slice(0, LONGEST_QUESTION).toWellFormed();
}

function readReader(text: string): SearchReader | undefined {
  const [product, version, audience] = text.split(' ').map((part) => (part === UNKNOWN ? '' : part));
  const reader = {
    ...(product && { product }),
    ...(product && version && { version }),
    ...(audience && { audience }),
  };
  return Object.keys(reader).length > 0 ? reader : undefined;
}
