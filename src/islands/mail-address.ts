/** A `mailto:` address (RFC 6068) with the message already written. */
export function mailAddress(email: string, subject: string, lines: readonly string[]): string {
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}
