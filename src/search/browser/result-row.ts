import { result as words } from '../../strings/en/search.ts';
import { onlyForInWords } from '../only-for-in-words.ts';
import { rowAddress } from '../row-address.ts';
import type { ResultRow } from '../search-answer.ts';
import { appendPassage, textElement } from './passage-element.ts';

/** A result on the results page: the markup of SearchResult.astro, which the server renders. */
export function resultRow(row: ResultRow): HTMLElement {
  const result = document.createElement('li');
  result.className = 'result';
  const title = document.createElement('h2');
  title.append(link(rowAddress(row), row.slug, row.title));
  const about = textElement('p', 'about', '');
  about.append(textElement('span', '', row.product));
  if (row.onlyFor) about.append(' ', textElement('strong', '', onlyForInWords(row.onlyFor)));
  if (row.heading) about.append(' ', link(row.heading.address, row.slug, row.heading.text));
  const passage = textElement('p', 'passage', '');
  appendPassage(passage, row.excerpt);
  result.append(title, about, ...(row.incidents ?? []).map(incident), passage);
  return result;
}

function incident({ title, address }: { title: string; address: string }): HTMLElement {
  const line = textElement('p', 'incident', '');
  const way = textElement('a', '', title);
  way.href = address;
  line.append(textElement('strong', '', words.openIncident), ' ', way);
  return line;
}

function link(address: string, slug: string, text: string): HTMLAnchorElement {
  const anchor = textElement('a', '', text);
  anchor.href = address;
  anchor.dataset['slug'] = slug;
  return anchor;
}
