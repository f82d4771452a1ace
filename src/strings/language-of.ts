/**
 * The language in which strings stand that say `own` of themselves, on a site in `language`: its own kind of English,
 * say, where they are English. The desk of a site whose public pages alone are translated stays what it is.
 */
export function languageOf(own: string, language: string): string {
  return new Intl.Locale(language).language === new Intl.Locale(own).language ? language : own;
}
