/** One way to use a command: what stands behind `npm run <command> --`, and what that does. */
export type Way = { words?: string; does: string; options?: Readonly<Record<string, string>> };

/** All ways to use a command, as `--help` prints them. */
export type Manual = readonly Way[];

/** Whether somebody wants to know what there is: `help` in the place of a command, or `--help` or `-h` anywhere. */
export function asksForManual(words: readonly string[]): boolean {
  return words[0] === 'help' || words.includes('--help') || words.includes('-h');
}

/** All words that a command takes; undefined where some are for its user to choose, which stand in capitals. */
export function wordsOf(manual: Manual): readonly string[] | undefined {
  if (manual.some(({ words = '', options }) => options || /[A-Z]/.test(words))) return undefined;
  return manual.flatMap(({ words }) => words ?? []);
}

/** A manual as text for a terminal. */
export function manualInWords(command: string, manual: Manual): string {
  return manual.map((way) => wayInWords(command, way)).join('\n\n');
}

function wayInWords(command: string, { words, does, options = {} }: Way): string {
  const width = Math.max(0, ...Object.keys(options).map((option) => option.length));
  return [
    `npm run ${command}${words === undefined ? '' : ` -- ${words}`}`,
    `    ${does}`,
    ...Object.entries(options).map(([option, means]) => `      ${option.padEnd(width)}  ${means}`),
  ].join('\n');
}
