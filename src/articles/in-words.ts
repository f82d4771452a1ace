import { dateFormat } from './date-format.ts';

export { lowerFirst } from '../strings/lower-first.ts';

/** A day, "1 October 2026" in the site's language, which no line breaks. `day` is YYYY-MM-DD. */
export function dayInWords(day: string, language: string): string {
  const format = dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00a0');
}

/** "a, b and c" in the site's language. */
export function listInWords(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** Which way the language of a site runs. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction ?? 'ltr';
}
