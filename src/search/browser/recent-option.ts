import { option } from './option.ts';

/** A former search in the popup of the search box. */
export function recentOption(query: string, id: string): HTMLElement {
  const recent = option(id, query);
  recent.classList.add('recent');
  return recent;
}
