/** What somebody of the team wrote, with the line breaks of mail, and nothing around it. */
export function asWritten(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
