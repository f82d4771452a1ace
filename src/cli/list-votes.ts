import { reasons as reasonWords } from '../strings/en/reasons.ts';
import type { StoredVote } from '../server/store.ts';

/** Votes that say no as text for a terminal, article by article, those with the most of them first. */
export function listVotes(votes: readonly StoredVote[]): string {
  if (votes.length === 0) return 'Nobody has said no.';
  const byArticle = Map.groupBy(votes, ({ vote }) => vote.article);
  const articles = [...byArticle].sort(([, a], [, b]) => b.length - a.length);
  return articles.map(([article, cast]) => [heading(article, cast.length), ...cast.map(entry)].join('\n')).join('\n\n');
}

function heading(article: string, count: number): string {
  return `${article}: ${count === 1 ? 'one reader says' : `${count} readers say`} that it did not help`;
}

function entry({ castAt, vote: { version, audience, reasons, comment } }: StoredVote): string {
  const day = castAt.toZonedDateTimeISO('UTC').toPlainDate().toString();
  const who = [version && `version ${version}`, audience].filter(Boolean).join(', ');
  const why = reasons.map((reason) => reasonWords[reason]).join('; ');
  const words = comment?.split(/\r?\n/).map((line) => `\n    | ${printable(line)}`) ?? [];
  return `  ${day}  ${who || 'any reader'}${why && `: ${why}`}${words.join('')}`;
}

/** A comment could hold codes that move a terminal's cursor. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\uFFFD');
}
