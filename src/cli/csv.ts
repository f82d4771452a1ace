/**
 * A table as RFC 4180 has it. A cell that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP
 * advises (https://owasp.org/www-community/attacks/CSV_Injection): these cells hold what strangers typed. So does what
 * would be a cell of its own where a spreadsheet parts them by semicolons or tabs, as those of half of Europe do.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = (FORMULA.test(value) ? `'${value}` : value).replace(INNER_FORMULA, "$1'$2");
  return `"${text.replaceAll('"', '""').replace(CONTROL, '\uFFFD')}"`;
}

/** What could move the cursor where the table is shown in a terminal. */
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

/** Also behind blanks, which some spreadsheets pass over, and in the wide letters of East Asian keyboards. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Behind a sign that ends a cell elsewhere, and a quotation mark that would begin the next. */
const INNER_FORMULA = /([;\t\r\n][\s\p{Cf}"]*)([=+\-@＝＋－＠])/gu;
