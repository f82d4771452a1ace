import type { Question } from '../questions.ts';
import { meanInterval, ratioInterval, type Interval } from './bootstrap.ts';
import { MARKS, marksOf, type Marks } from './marks.ts';
import type { Answers } from './session.ts';
import { TYPINGS, type Typing } from './typing-error.ts';

/** Halves by whether a question stands at an even or an odd place of its file. Nobody tunes on the unseen one. */
export const PARTS = ['all', 'tuning half', 'unseen half'] as const;
export type Part = (typeof PARTS)[number];

/** Questions that are looked at together. */
export type Column = { kind: string; typing: Typing; part: Part };

/** An engine with one way of using it, and the marks of each question in the order of the questions. */
export type Marked = { name: string; marks: Record<Typing, Marks[]> };

export type QualityRow = Column & {
  questions: number;
  ours: Record<keyof Marks, Interval>;
  best?: { name: string; ndcg: Interval; oursInMultiples: Interval };
};

export function marked(
  name: string,
  answers: Answers,
  questions: readonly Question[],
  slugs: ReadonlyMap<string, string>,
): Marked {
  const ids = questions.map((question) => question.answers.map((id) => slugs.get(id) ?? id));
  const marksFor = (typing: Typing) => ids.map((known, index) => marksOf(answers[typing][index] ?? [], known));
  return { name, marks: { 'as asked': marksFor('as asked'), 'one typing error': marksFor('one typing error') } };
}

/** Our marks for each column, beside those of the rival that does best on it, whatever its settings. */
export function qualityRows(ours: Marked, rivals: readonly Marked[], questions: readonly Question[]): QualityRow[] {
  return columnsOf(questions).map((column) => {
    const mine = marksIn(ours, column, questions);
    const best = bestOf(rivals, column, questions);
    const intervals = MARKS.map((mark) => [mark, meanInterval(mine.map((marks) => marks[mark]))] as const);
    return {
      ...column,
      questions: mine.length,
      ours: Object.fromEntries(intervals) as Record<keyof Marks, Interval>,
      ...(best && { best: { name: best.name, ...beside(mine, marksIn(best, column, questions)) } }),
    };
  });
}

/** The one with the highest mean nDCG@10 in a column; of equals the first. */
export function bestOf(engines: readonly Marked[], column: Column, questions: readonly Question[]): Marked | undefined {
  const mean = (engine: Marked) => meanNdcg(engine, column, questions);
  return engines.reduce<Marked | undefined>(
    (best, engine) => (!best || mean(engine) > mean(best) ? engine : best),
    undefined,
  );
}

/** The same for each rival by itself, on all questions of a kind. A rival's name begins that of each of its settings. */
export function bestOfEach(
  rivals: readonly Marked[],
  questions: readonly Question[],
): { column: Column; best: Marked }[] {
  const names = [...new Set(rivals.map(({ name }) => name.split(' ')[0] ?? ''))];
  const columns = columnsOf(questions).filter(({ part }) => part === 'all');
  return columns.flatMap((column) =>
    names.flatMap((name) => {
      const settings = rivals.filter((rival) => rival.name.startsWith(name));
      const best = bestOf(settings, column, questions);
      return best ? [{ column, best }] : [];
    }),
  );
}

export function meanNdcg(engine: Marked, column: Column, questions: readonly Question[]): number {
  const marks = marksIn(engine, column, questions);
  return marks.reduce((sum, { ndcg }) => sum + ndcg, 0) / Math.max(1, marks.length);
}

/** What a typing error leaves of nDCG@10, the same questions with and without it. */
export function leftByErrors(ours: Marked, kind: string, part: Part, questions: readonly Question[]): Interval {
  const ndcgs = (typing: Typing) => marksIn(ours, { kind, typing, part }, questions).map(({ ndcg }) => ndcg);
  return ratioInterval(ndcgs('one typing error'), ndcgs('as asked'));
}

export function columnsOf(questions: readonly Question[]): Column[] {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => TYPINGS.flatMap((typing) => PARTS.map((part) => ({ kind, typing, part }))));
}

function marksIn({ marks }: Marked, { kind, typing, part }: Column, questions: readonly Question[]): Marks[] {
  return marks[typing].filter((_, index) => {
    const question = questions[index];
    return question?.kind === kind && (part === 'all' || part === partOf(question));
  });
}

function partOf({ place }: Question): Part {
  return place % 2 === 0 ? 'tuning half' : 'unseen half';
}

function beside(mine: readonly Marks[], theirs: readonly Marks[]): { ndcg: Interval; oursInMultiples: Interval } {
  const [ours, others] = [mine, theirs].map((marks) => marks.map(({ ndcg }) => ndcg));
  return { ndcg: meanInterval(others ?? []), oursInMultiples: ratioInterval(ours ?? [], others ?? []) };
}
