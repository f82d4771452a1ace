/** Text as it may stand in HTML, inside of quotes too. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What the pointer can go to carries its label, so that the recorder finds where it lies. */
export function label(words: string): string {
  return `data-label="${escape(words)}"`;
}
