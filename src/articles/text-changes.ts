export type TextChange = { kind: 'same' | 'gone' | 'new'; line: string };

/** So many comparisons take a few tens of milliseconds; texts that differ in more are shown one after the other. */
const MOST_COMPARED = 4_000_000;

/** Two texts as one, line by line, with the fewest lines that are gone or new (longest common subsequence). */
export function textChanges(before: readonly string[], after: readonly string[]): TextChange[] {
  const start = commonAt(before, after, (index) => [index, index]);
  const end = Math.min(
    commonAt(before, after, (index) => [before.length - 1 - index, after.length - 1 - index]),
    Math.min(before.length, after.length) - start,
  );
  return [
    ...before.slice(0, start).map(same),
    ...changesBetween(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

/** How many lines are the same, from where `at` begins to count. */
function commonAt(
  before: readonly string[],
  after: readonly string[],
  at: (index: number) => readonly [number, number],
): number {
  const most = Math.min(before.length, after.length);
  for (let index = 0; index < most; index++) {
    const [here, there] = at(index);
    if (before[here] !== after[there]) return index;
  }
  return most;
}

function changesBetween(before: readonly string[], after: readonly string[]): TextChange[] {
  if (before.length * after.length > MOST_COMPARED) return [...before.map(gone), ...after.map(added)];
  const width = after.length + 1;
  // At `b * width + a`: how many lines the rest of the two has in common.
  const common = new Uint16Array((before.length + 1) * width);
  const commonFrom = (b: number, a: number) => common[b * width + a] ?? 0;
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      common[b * width + a] =
        before[b] === after[a] ? commonFrom(b + 1, a + 1) + 1 : Math.max(commonFrom(b + 1, a), commonFrom(b, a + 1));
    }
  }
  const changes: TextChange[] = [];
  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    const [here, there] = [before[b], after[a]];
    if (here !== undefined && here === there) {
      changes.push(same(here));
      b += 1;
      a += 1;
    } else if (here !== undefined && (there === undefined || commonFrom(b + 1, a) >= commonFrom(b, a + 1))) {
      changes.push(gone(here));
      b += 1;
    } else if (there !== undefined) {
      changes.push(added(there));
      a += 1;
    }
  }
  return changes;
}

function same(line: string): TextChange {
  return { kind: 'same', line };
}

function gone(line: string): TextChange {
  return { kind: 'gone', line };
}

function added(line: string): TextChange {
  return { kind: 'new', line };
}
