/** What CSS calls the digits of numbering systems: https://www.w3.org/TR/predefined-counter-styles/ */
const COUNTER_STYLES: Readonly<Record<string, string>> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  beng: 'bengali',
  deva: 'devanagari',
  gujr: 'gujarati',
  guru: 'gurmukhi',
  khmr: 'khmer',
  knda: 'kannada',
  laoo: 'lao',
  mlym: 'malayalam',
  mymr: 'myanmar',
  orya: 'oriya',
  tamldec: 'tamil',
  telu: 'telugu',
  thai: 'thai',
  tibt: 'tibetan',
};

/** Numbers steps and lists in the digits of a language, as dates and amounts are; nothing where those are 0 to 9. */
export function digitsCss(language: string): string {
  const style = COUNTER_STYLES[new Intl.NumberFormat(language).resolvedOptions().numberingSystem];
  if (style === undefined) return '';
  return `@layer tokens{:root{--digits:${style}}}@layer base{ol{list-style-type:${style}}}`;
}
