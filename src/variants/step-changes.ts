/** Steps that differ at one place of a procedure: what stands here, and what stands there instead. */
export type StepChange = { here: string[]; there: string[] };

/**
 * Where the steps of two variants differ, in order: the fewest steps that have to be taken out of `here` and put in
 * from `there` (longest common subsequence). The same steps give no change.
 */
export function stepChanges(here: readonly string[], there: readonly string[]): StepChange[] {
  const common = commonLengths(here, there);
  const changes: StepChange[] = [];
  let open: StepChange | undefined;
  const change = () => {
    if (!open) changes.push((open = { here: [], there: [] }));
    return open;
  };
  let [h, t] = [0, 0];
  while (h < here.length || t < there.length) {
    const [hereStep, thereStep] = [here[h], there[t]];
    if (hereStep !== undefined && hereStep === thereStep) {
      open = undefined;
      h += 1;
      t += 1;
    } else if (
      hereStep !== undefined &&
      (thereStep === undefined || lengthAt(common, h + 1, t) >= lengthAt(common, h, t + 1))
    ) {
      change().here.push(hereStep);
      h += 1;
    } else if (thereStep !== undefined) {
      change().there.push(thereStep);
      t += 1;
    }
  }
  return changes;
}

/** `[h][t]`: length of the longest common subsequence of what comes from `h` here and from `t` there. */
function commonLengths(here: readonly string[], there: readonly string[]): number[][] {
  const lengths = Array.from({ length: here.length + 1 }, () => new Array<number>(there.length + 1).fill(0));
  for (let h = here.length - 1; h >= 0; h--) {
    const row = lengths[h] ?? [];
    for (let t = there.length - 1; t >= 0; t--) {
      row[t] =
        here[h] === there[t]
          ? lengthAt(lengths, h + 1, t + 1) + 1
          : Math.max(lengthAt(lengths, h + 1, t), lengthAt(lengths, h, t + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly (readonly number[])[], h: number, t: number): number {
  return lengths[h]?.[t] ?? 0;
}
