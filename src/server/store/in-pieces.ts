import { setImmediate } from 'node:timers/promises';

/** With thousands of votes each, few enough to be counted within some hundredths of a second. */
const MOST_ARTICLES = 20;
const MOST_DAYS = 31;

/** Asks for one piece after the other; SQLite answers within the server, which does something else in between. */
export async function inPieces<Piece, Row>(
  pieces: Iterable<Piece>,
  ask: (piece: Piece) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const piece of pieces) {
    rows.push(...(await ask(piece)));
    await setImmediate();
  }
  return rows;
}

export function byArticles(articles: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(articles.length / MOST_ARTICLES) }, (_, at) =>
    articles.slice(at * MOST_ARTICLES, (at + 1) * MOST_ARTICLES),
  );
}

/** A period in parts of some weeks, cut at midnight in UTC, so that no day is in two of them. */
export function* byMonths({ since, until }: { since: Temporal.Instant; until: Temporal.Instant }) {
  for (let start = since; Temporal.Instant.compare(start, until) < 0;) {
    const next = start.toZonedDateTimeISO('UTC').startOfDay().add({ days: MOST_DAYS }).toInstant();
    const end = Temporal.Instant.compare(next, until) < 0 ? next : until;
    yield { since: start, until: end };
    start = end;
  }
}
