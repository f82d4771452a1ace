import type { ResultRow } from '../search-answer.ts';
import { appendPassage, textElement } from './passage-element.ts';

/** A result in the popup of the search box: an option of a listbox. Its styles are in SearchPopup.astro. */
export function resultOption(row: ResultRow, id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.className = 'option';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.append(textElement('span', 'title', row.title));
  const where = [row.onlyFor, row.heading?.text].filter((text) => text !== undefined);
  if (where.length > 0) option.append(' ', textElement('span', 'where', where.join(' · ')));
  const passage = textElement('span', 'passage', '');
  appendPassage(passage, row.excerpt);
  option.append(' ', passage);
  return option;
}
