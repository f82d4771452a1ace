import { result as words } from '../../strings/en/search.ts';
import { onlyForInWords } from '../only-for-in-words.ts';
import type { ResultRow } from '../search-answer.ts';
import { option } from './option.ts';
import { appendPassage, textElement } from './passage-element.ts';

/** A result in the popup of the search box. */
export function resultOption(row: ResultRow, id: string): HTMLElement {
  const result = option(id, row.title);
  const where = [row.onlyFor && onlyForInWords(row.onlyFor), row.heading?.text].filter((text) => text !== undefined);
  if (where.length > 0) result.append(' ', textElement('span', 'where', where.join(words.between)));
  for (const { title } of row.incidents ?? []) {
    result.append(' ', textElement('span', 'incident', words.openIncidentOf(title)));
  }
  const passage = textElement('span', 'passage', '');
  appendPassage(passage, row.excerpt);
  result.append(' ', passage);
  return result;
}
