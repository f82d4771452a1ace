/** A title that goes on a sentence, in languages that write it small then: "At home" becomes "at home". */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
