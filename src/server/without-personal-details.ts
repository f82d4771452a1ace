/**
 * Cuts e-mail addresses and numbers of five digits or more out of a search. Digits with single spaces, dots, hyphens
 * or brackets between them are one number, as in a phone number. What is cut leaves "…".
 */
export function withoutPersonalDetails(query: string): string {
  return query.replace(/\S+@\S+/g, '…').replace(/\+?\p{Nd}(?:[\s().\/-]{0,2}\p{Nd}){4,}/gu, '…');
}
