import type { Filters } from './filters.ts';

/** Rows on the results page, in the browser and on the server. Nobody reads further; who is not helped asks otherwise. */
export const RESULT_ROWS = 20;

/** What the address of the results page says. */
export type Asked = { question: string; filters: Filters };

/** Names of the filters that stand in the address, in the order in which they are shown. */
export const FILTER_NAMES = ['product', 'version', 'audience', 'type', 'topic'] as const;

/** Reads `?q=&product=&version=&audience=&type=`; empty and unknown parts count as absent. */
export function readAsked(parameters: URLSearchParams): Asked {
  const filters: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = parameters.get(name)?.trim();
    if (value) filters[name] = value;
  }
  // A version belongs to a product; without one it would mean the versions of all of them that share its number.
  if (filters.product === undefined) delete filters.version;
  return { question: parameters.get('q') ?? '', filters };
}

/** The query part of the address for `asked`, with its question mark. */
export function writeAsked({ question, filters }: Asked): string {
  const parameters = new URLSearchParams({ q: question });
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value !== undefined && (name !== 'version' || filters.product !== undefined)) parameters.set(name, value);
  }
  return `?${parameters}`;
}

/** `asked` with one filter chosen, or cleared by undefined. Another product has other versions. */
export function withFilter({ question, filters }: Asked, name: keyof Filters, value: string | undefined): Asked {
  const { [name]: _former, ...others } = filters;
  const next: Filters = { ...others, ...(value !== undefined && { [name]: value }) };
  if (name === 'product') delete next.version;
  return { question, filters: next };
}
