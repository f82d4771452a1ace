/**
 * Names a reader as the index knows them: "*" has chosen nothing, "home" an audience, "5" a version, "5 home" both.
 * Each page of an article carries the names of those who should be shown it before the article's other pages.
 */
export function readerName({ version, audience }: { version?: string; audience?: string }): string {
  return [version, audience].filter(Boolean).join(' ') || '*';
}
