import { seededRandom } from './random.ts';

/** `count` of `values`, the same ones for the same seed; all of them where there are fewer. */
export function sample<Value>(values: readonly Value[], count: number, seed: number): Value[] {
  const random = seededRandom(seed);
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ value }) => value);
}
