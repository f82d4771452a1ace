import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '../../../bench/questions.ts';
import { bestOf, bestOfEach, leftByErrors, marked, qualityRows } from '../../../bench/search/quality.ts';
import type { Answers } from '../../../bench/search/session.ts';

const QUESTIONS: Question[] = ['question', 'question', 'keywords', 'keywords'].map((kind, place) => ({
  place,
  kind,
  text: `words ${place}`,
  answers: [`id/${place}`],
}));
const SLUGS = new Map(QUESTIONS.map(({ place }) => [`id/${place}`, `id-${place}`]));

test('each kind, typing and half has a row of its own', () => {
  const rows = qualityRows(engine('Ours', [0, 1, 2, 3], []), [], QUESTIONS);

  assert.equal(rows.length, 2 * 2 * 3);
  const means = rows.map(({ typing, ours }) => [typing, ours.ndcg.value] as const);
  assert.ok(means.every(([typing, value]) => value === (typing === 'as asked' ? 1 : 0)));
  assert.deepEqual(
    rows.slice(0, 3).map(({ part, questions }) => [part, questions]),
    [
      ['all', 2],
      ['tuning half', 1],
      ['unseen half', 1],
    ],
  );
});

test('the halves are those of the file, by even and odd places', () => {
  const rows = qualityRows(engine('Ours', [0, 2], []), [], QUESTIONS);

  const means = Object.fromEntries(rows.slice(0, 3).map(({ part, ours }) => [part, ours.ndcg.value]));
  assert.deepEqual(means, { all: 0.5, 'tuning half': 1, 'unseen half': 0 });
});

test('the best rival is chosen anew for each column', () => {
  const rivals = [engine('Asker 1 (a)', [0, 1], []), engine('Keyer 1 (b)', [2], [2, 3])];
  const column = (kind: string) => ({ kind, typing: 'as asked' as const, part: 'all' as const });

  const best = ['question', 'keywords'].map((kind) => bestOf(rivals, column(kind), QUESTIONS)?.name);

  assert.deepEqual(best, ['Asker 1 (a)', 'Keyer 1 (b)']);
});

test('each rival is shown with its best setting', () => {
  const rivals = [engine('Asker 1 (a)', [], []), engine('Asker 1 (b)', [0], [0]), engine('Keyer 1 (c)', [], [])];

  const names = bestOfEach(rivals, QUESTIONS).map(({ column, best }) => `${column.kind}: ${best.name}`);

  assert.deepEqual(names.slice(0, 2), ['question: Asker 1 (b)', 'question: Keyer 1 (c)']);
});

test('a typing error leaves the share of what was found without it', () => {
  const left = leftByErrors(engine('Ours', [0, 1], [0]), 'question', 'all', QUESTIONS);

  assert.equal(left.value, 0.5);
});

/** An engine that puts the right article first for some places of the questions, and finds nothing for the others. */
function engine(name: string, asAsked: readonly number[], mistyped: readonly number[]) {
  const found = (places: readonly number[]) =>
    QUESTIONS.map(({ place }) => (places.includes(place) ? [`id-${place}`] : []));
  const answers: Answers = { 'as asked': found(asAsked), 'one typing error': found(mistyped) };
  return marked(name, answers, QUESTIONS, SLUGS);
}
