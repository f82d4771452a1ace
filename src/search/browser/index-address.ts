/** Where the search index of this site is, for a script of a page; it ends in a slash. */
export function indexAddress(): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/`;
}
