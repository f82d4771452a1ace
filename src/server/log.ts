/**
 * Notes that something happened. Fields name things (a reference, an article, a count), never a person and never what
 * somebody wrote.
 */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean>>) => void;

/** One line of JSON per event, through `write`, such as `(line) => process.stdout.write(line)`. */
export function jsonLog(write: (line: string) => void, now: () => Temporal.Instant): Log {
  return (event, fields = {}) =>
    write(`${JSON.stringify({ at: now().toString({ smallestUnit: 'millisecond' }), event, ...fields })}\n`);
}
