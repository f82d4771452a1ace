import { textElement } from './passage-element.ts';

/** An option of the listbox in the popup of the search box. Its styles are in SearchPopup.astro. */
export function option(id: string, title: string): HTMLElement {
  const element = document.createElement('li');
  Object.assign(element, { id, className: 'option' });
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.append(textElement('span', 'title', title));
  return element;
}
