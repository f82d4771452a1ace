/** Whether `text` ends as a sentence does, so that what follows it begins anew. */
export function endsSentence(text: string): boolean {
  return /[.!?؟…:][)"”’]?$/.test(text);
}
