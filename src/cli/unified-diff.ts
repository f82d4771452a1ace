const CONTEXT = 3;

/**
 * What changed between two texts of one file, in one piece, as `git apply` and `patch` take it. Empty where nothing did.
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  const [was, is] = [linesOf(before), linesOf(after)];
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start] === is[start]) start++;
  let end = 0;
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  if (start === was.length && start === is.length) return '';
  const from = Math.max(0, start - CONTEXT);
  const until = (lines: readonly string[]) => Math.min(lines.length, lines.length - end + CONTEXT);
  const hunk = [
    ...was.slice(from, start).map((line) => ` ${line}`),
    ...was.slice(start, was.length - end).map((line) => `-${line}`),
    ...is.slice(start, is.length - end).map((line) => `+${line}`),
    ...was.slice(was.length - end, until(was)).map((line) => ` ${line}`),
  ];
  const place = (lines: readonly string[]) => `${from + 1},${until(lines) - from}`;
  const head = `--- a/${file}\n+++ b/${file}\n@@ -${place(was)} +${place(is)} @@\n`;
  return head + hunk.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}

/** Each with its end, so that a carriage return stays where it is. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
