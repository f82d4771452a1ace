/** A count within an English sentence: "1,204". A sentence in another language writes its own. */
export function number(count: number): string {
  return count.toLocaleString('en');
}

/** A time of day or of a film, such as "09:00" or "1:23", in the digits that the language has. */
export function digits(time: string): string {
  return time;
}
