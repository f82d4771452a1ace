/** A title that goes on a sentence, in languages that write it small then: "At home" goes on as "at home", "IT" stays. */
export function lowerFirst(title: string): string {
  return /^\p{Lu}(\p{Ll}|\P{L}|$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
