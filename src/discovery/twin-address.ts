/** The address of a page's Markdown twin: `/articles/restore-a-file/4.2/` has `/articles/restore-a-file/4.2.md`. */
export function twinAddress(address: string): string {
  return `${address.replace(/\/$/, '')}.md`;
}
