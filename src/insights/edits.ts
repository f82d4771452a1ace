import type { EditInsight } from '../schema/insights.ts';
import type { Period } from '../server/store.ts';
import { advised } from './article-advice.ts';
import type { LiveArticle } from './live-article.ts';
import type { TextHistory, Votes } from './text-history.ts';
import { verdictOn } from './wilson.ts';

/** Every change of a text within `period`, with what its readers said before and after, the latest first. */
export function editsIn(
  { slug, title }: LiveArticle,
  histories: readonly TextHistory[],
  period: Period,
): EditInsight[] {
  return histories
    .flatMap(({ text, now, earlier }) => {
      const unread = earlier.at(-1)?.until;
      const since = now.since ?? unread;
      const texts = [...earlier, ...(since ? [{ ...now, since }] : [])];
      return texts.slice(1).flatMap((after, index): EditInsight[] => {
        const before = texts[index];
        if (!before || !isWithin(after.since, period)) return [];
        const edit = {
          slug,
          title,
          file: text.file,
          readers: [...text.readers],
          at: after.since.toString(),
          before: votesOf(before),
          after: votesOf(after),
          verdict: verdictOn(before, after),
          isLast: index === texts.length - 2,
        };
        return [{ ...edit, whatToDo: advised(edit) }];
      });
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

function isWithin(at: Temporal.Instant, { since, until }: Period): boolean {
  return Temporal.Instant.compare(at, since) >= 0 && Temporal.Instant.compare(at, until) < 0;
}

function votesOf({ yes, no }: Votes): Votes {
  return { yes, no };
}
