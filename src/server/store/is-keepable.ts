/** Whether a database can have this text: PostgreSQL refuses to be asked for any with a NUL, which an address may have. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0');
}
