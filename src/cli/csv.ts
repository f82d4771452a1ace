/**
 * A table as RFC 4180 has it. A cell that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP
 * advises (https://owasp.org/www-community/attacks/CSV_Injection): these cells hold what strangers typed.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""').replace(CONTROL, '\uFFFD')}"`;
}

/** What could move the cursor where the table is shown in a terminal. */
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

/** Also behind blanks, which some spreadsheets pass over, and in the wide letters of East Asian keyboards. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
