/**
 * The kind of an error and the line that threw it, for the log. Its message may repeat what somebody wrote, so it is
 * left out.
 */
export function whatBroke(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: 'unknown' };
  const { code } = error as NodeJS.ErrnoException;
  return { error: code === undefined ? error.name : `${error.name} ${code}`, at: lineIn(error.stack ?? '') };
}

/** The same out of what a library writes on the console: an error, or its stack as text. */
export function whatBrokeIn(words: readonly unknown[]): { error: string; at: string } {
  const error = words.find((word) => word instanceof Error);
  if (error) return whatBroke(error);
  const text = words.filter((word) => typeof word === 'string').join('\n');
  return { error: /^(?:\w+: )?(\w*Error)\b/m.exec(text)?.[1] ?? 'unknown', at: lineIn(text) };
}

function lineIn(stack: string): string {
  return /^\s+at (.+)$/m.exec(stack)?.[1] ?? 'unknown';
}
