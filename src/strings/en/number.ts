/** A count within an English sentence: "1,204". A sentence in another language writes its own. */
export function number(count: number): string {
  return count.toLocaleString('en');
}
