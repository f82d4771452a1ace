/** `text` for a sentence in whatever language: it runs its own way, and turns nothing around it (FSI and PDI, UAX #9). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
