import { inColumns } from '../../../src/cli/in-columns.ts';
import type { Question } from '../questions.ts';
import type { Interval } from './bootstrap.ts';
import { MARKS, type Marks } from './marks.ts';
import { bestOfEach, leftByErrors, meanNdcg, PARTS, type Marked, type QualityRow } from './quality.ts';

const TITLES: Readonly<Record<keyof Marks, string>> = {
  ndcg: 'nDCG@10',
  reciprocalRank: 'MRR@10',
  recall5: 'recall@5',
  recall10: 'recall@10',
  nothing: 'nothing found',
};

/** What we reach, with 95 % intervals. */
export function qualityTable(rows: readonly QualityRow[]): string {
  return inColumns([
    ['kind', 'typed', 'questions', 'number', ...MARKS.map((mark) => TITLES[mark])],
    ...rows.map(({ kind, typing, part, questions, ours }) => [
      kind,
      typing,
      part,
      String(questions),
      ...MARKS.map((mark) => withInterval(ours[mark])),
    ]),
  ]);
}

/** The same questions with and without their typing errors. */
export function leftTable(ours: Marked, questions: readonly Question[]): string {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return inColumns([
    ['kind', 'questions', 'left'],
    ...kinds.flatMap((kind) =>
      PARTS.map((part) => [kind, part, withInterval(leftByErrors(ours, kind, part, questions))]),
    ),
  ]);
}

/** nDCG@10 beside the best of all rivals, chosen anew for each line. */
export function besideTable(rows: readonly QualityRow[]): string {
  return inColumns([
    ['kind', 'typed', 'questions', 'ours', 'best rival', 'ours in multiples', 'which'],
    ...rows.flatMap(({ kind, typing, part, ours, best }) => {
      if (!best) return [];
      const [mine, its, multiples] = [ours.ndcg, best.ndcg, best.oursInMultiples].map(withInterval);
      return [[kind, typing, part, mine ?? '', its ?? '', multiples ?? '', best.name]];
    }),
  ]);
}

/** For each kind and typing the best way of using each rival. */
export function bestOfEachTable(rivals: readonly Marked[], questions: readonly Question[]): string {
  return inColumns([
    ['kind', 'typed', 'nDCG@10', 'which'],
    ...bestOfEach(rivals, questions).map(({ column, best }) => [
      column.kind,
      column.typing,
      meanNdcg(best, column, questions).toFixed(3),
      best.name,
    ]),
  ]);
}

function withInterval({ value, low, high }: Interval): string {
  return `${value.toFixed(3)} [${low.toFixed(3)} ${high.toFixed(3)}]`;
}
