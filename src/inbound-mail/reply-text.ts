/**
 * What somebody wrote in a reply, without what their program quoted below it. Where they wrote between the quoted
 * lines, or where nothing would be left, all of it: too much is a nuisance, too little is a loss.
 */
export function replyText(written: string): string {
  const lines = written.replaceAll('\r\n', '\n').split('\n');
  const end = quoteBegins(lines);
  const reply = lines.slice(0, end).join('\n').trim();
  return reply === '' ? written.trim() : reply;
}

/** Where the quoted part begins that goes on to the end, with what stands above it to say who wrote it, and when. */
function quoteBegins(lines: readonly string[]): number {
  const divider = lines.findIndex((line, index) => isDivider(line) && isHeadOfMail(lines.slice(index + 1)));
  const above = divider === -1 ? lines : lines.slice(0, divider);
  const words = above.findLastIndex((line) => line.trim() !== '' && !isQuoted(line));
  const quote = above.findIndex((line, index) => index > words && isQuoted(line));
  return quote === -1 ? above.length : attributionBegins(above, quote);
}

function isDivider(line: string): boolean {
  return /^\s*(-{2,}\s*\S.*\S\s*-{2,}|_{10,})\s*$/.test(line);
}

/** "From: …" and "Sent: …" in whatever language. Customers draw lines of their own, as around a log or a key. */
function isHeadOfMail(below: readonly string[]): boolean {
  const [first = '', second = ''] = below.filter((line) => line.trim() !== '');
  const names = /@|\d{4}|\d[:.]\d\d/.test(first + second);
  return [first, second].every((line) => /^\s*\*?\p{L}[\p{L} -]{0,24}\*?\s?:\*?\s/u.test(line)) && names;
}

const LONGEST_ATTRIBUTION = 3;

/**
 * The few lines right above the quotation, if they name an address or a date and end in a colon. Without them nothing
 * is cut off: what begins with ">" may be what a customer's own program said.
 */
function attributionBegins(lines: readonly string[], quote: number): number {
  const end = lines.slice(0, quote).findLastIndex((line) => line.trim() !== '');
  if (!lines[end]?.trimEnd().endsWith(':')) return lines.length;
  const blank = lines.slice(0, end).findLastIndex((line) => line.trim() === '');
  const attribution = lines.slice(blank + 1, end + 1);
  const names = /@|\d{4}|\d[:.]\d\d/.test(attribution.join(' '));
  return names && attribution.length <= LONGEST_ATTRIBUTION ? blank + 1 : lines.length;
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}
