import { quantile } from '../quantile.ts';
import { seededRandom } from '../random.ts';

/** A figure of a sample, and between what it lies for 95 % of the samples that could have been drawn instead. */
export type Interval = { value: number; low: number; high: number };

const RESAMPLES = 1_000;
const SEED = 20_261_122;

/** The mean of `values` with its interval; all 0 of none. */
export function meanInterval(values: readonly number[]): Interval {
  return interval(values.length, (picked) => meanOf(values, picked));
}

/** The mean of `values` in multiples of the mean of `others`, which are of the same questions in the same order. */
export function ratioInterval(values: readonly number[], others: readonly number[]): Interval {
  return interval(values.length, (picked) => multipleOf(meanOf(values, picked), meanOf(others, picked)));
}

/** Percentile bootstrap: the questions are drawn anew, with some of them twice, and the figure taken each time. */
function interval(size: number, figure: (picked: readonly number[]) => number): Interval {
  if (size === 0) return { value: 0, low: 0, high: 0 };
  const random = seededRandom(SEED);
  const all = Array.from({ length: size }, (_, place) => place);
  const figures = Array.from({ length: RESAMPLES }, () => figure(all.map(() => Math.floor(random() * size))));
  return { value: figure(all), low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

/** Two that are both 0 are equal. */
function multipleOf(value: number, other: number): number {
  return value === other ? 1 : value / other;
}

function meanOf(values: readonly number[], picked: readonly number[]): number {
  return picked.reduce((sum, place) => sum + (values[place] ?? 0), 0) / Math.max(1, picked.length);
}
