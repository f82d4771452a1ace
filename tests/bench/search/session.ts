import type { Figure } from '../figures.ts';
import type { Question } from '../questions.ts';
import { quantile } from '../quantile.ts';
import type { Asked, BenchBrowser } from './browser.ts';
import { spread } from './traffic.ts';
import { TYPINGS, withTypingError, type Typing } from './typing-error.ts';

/** What each question was answered with, in the order of the questions, for each way of typing them. */
export type Answers = Record<Typing, string[][]>;

const SEED = 20_261_122;
const STALL_MS = 1_000;

/** The question as it is typed: the typing error of a question is the same in every run and for every engine. */
export function asTyped({ text, place }: Question, typing: Typing): string {
  return typing === 'as asked' ? text : withTypingError(text, SEED + place);
}

/** Asks everything in one long visit: as asked, with a typing error, and both once more when all has been fetched. */
export async function longVisit(
  browser: BenchBrowser,
  name: 'handrail' | 'pagefind',
  questions: readonly Question[],
): Promise<{ answers: Answers; figures: Figure[]; broken: string[] }> {
  const page = await browser.open(name);
  const ask = (typing: Typing) => page.ask(questions.map((question) => asTyped(question, typing)));
  const first = { 'as asked': await ask('as asked'), 'one typing error': await ask('one typing error') };
  const again = { 'as asked': await ask('as asked'), 'one typing error': await ask('one typing error') };
  const longTasks = await page.longTasks();
  await page.close();
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const all = [...Object.values(first), ...Object.values(again)].flat();
  const broken = all.flatMap(({ failed }) => (failed === undefined ? [] : [failed]));
  return {
    answers: { 'as asked': slugsOf(first['as asked']), 'one typing error': slugsOf(first['one typing error']) },
    figures: [
      ...kinds.flatMap((kind) =>
        TYPINGS.flatMap((typing) => {
          const times = again[typing].filter((_, index) => questions[index]?.kind === kind).map(({ ms }) => ms);
          return spread(`${kind}, ${typing}, warm`, times, { p50: 0.5, p95: 0.95, most: 1 }, 'ms');
        }),
      ),
      ...spread(
        'All questions, first time',
        Object.values(first).flatMap((asked) => asked.map(({ ms }) => ms)),
        { p50: 0.5, p95: 0.95, most: 1 },
        'ms',
      ),
      { name: 'Questions of the long visit', value: all.length, unit: '' },
      { name: 'Of them longer than a second', value: all.filter(({ ms }) => ms > STALL_MS).length, unit: '' },
      { name: 'Of them failed', value: broken.length, unit: '' },
      { name: 'Typing held up for 50 ms or more, times', value: longTasks.length, unit: '' },
      { name: 'Typing held up, longest', value: quantile(longTasks, 1), unit: 'ms' },
    ],
    broken: [...new Set(broken)],
  };
}

/** What was typed, where nothing at all was found. */
export function unansweredIn(answers: Answers, questions: readonly Question[]): string[] {
  return TYPINGS.flatMap((typing) =>
    questions.filter((_, index) => answers[typing][index]?.length === 0).map((question) => asTyped(question, typing)),
  );
}

function slugsOf(asked: readonly Asked[]): string[][] {
  return asked.map(({ slugs }) => slugs);
}
