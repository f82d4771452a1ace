import { setImmediate } from 'node:timers/promises';

/** Few enough to be counted within about a tenth of a second, also where they are what everybody reads. */
const MOST_ARTICLES = 5;
const MOST_DAYS = 10;

/** Asks for one piece after the other; SQLite answers within the server, which does something else in between. */
export async function inPieces<Piece, Row>(
  pieces: Iterable<Piece>,
  ask: (piece: Piece) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const answers: (readonly Row[])[] = [];
  for (const piece of pieces) {
    answers.push(await ask(piece));
    await setImmediate();
  }
  return answers.flat();
}

export function byArticles(articles: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(articles.length / MOST_ARTICLES) }, (_, at) =>
    articles.slice(at * MOST_ARTICLES, (at + 1) * MOST_ARTICLES),
  );
}

/** A period in parts of some days, cut at midnight in UTC, so that no day is in two of them. */
export function* byDays({ since, until }: { since: Temporal.Instant; until: Temporal.Instant }) {
  for (let start = since; Temporal.Instant.compare(start, until) < 0;) {
    const next = start.toZonedDateTimeISO('UTC').startOfDay().add({ days: MOST_DAYS }).toInstant();
    const end = Temporal.Instant.compare(next, until) < 0 ? next : until;
    yield { since: start, until: end };
    start = end;
  }
}
