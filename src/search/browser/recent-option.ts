import { textElement } from './passage-element.ts';

/** A former search in the popup of the search box: an option of a listbox. Its styles are in SearchPopup.astro. */
export function recentOption(query: string, id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.className = 'option recent';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.append(textElement('span', 'title', query));
  return option;
}
