const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text as HTML that shows just that text, for desks that want HTML: nothing that a reader typed is markup. */
export function htmlOf(text: string): string {
  const escaped = text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
  return escaped.replace(/\r\n|\r|\n/g, '<br>\n');
}
