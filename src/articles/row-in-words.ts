import { tableRow as words } from '../strings/en/article.ts';
import { endsSentence } from './ends-sentence.ts';

/** The text of a cell may have lines of its own. */
export type Cell = { text: string; isHeader: boolean };

/** A cell that says that there is nothing to say. */
const NOTHING = /^[–—-]?$/;

/** A row of a table as one line, for those who read it without its table: what it is of, then what is said of that. */
export function rowInWords(cells: readonly Cell[]): string {
  const [name = '', ...others] = cells.map(({ text }) => inOneLine(text.split('\n')));
  const rest = inOneLine(others);
  // The row that names the columns is of nothing; its corner may be a plain cell.
  const isNamed = cells.at(-1)?.isHeader === false && !NOTHING.test(name) && !endsSentence(name) && rest !== '';
  return isNamed ? words.of({ name, rest }) : inOneLine([name, rest]);
}

function inOneLine(parts: readonly string[]): string {
  const saying = parts.map((part) => part.trim()).filter((part) => !NOTHING.test(part));
  return saying.reduce(
    (line, part) => (line === '' ? part : `${line}${endsSentence(line) ? ' ' : words.between}${part}`),
    '',
  );
}
