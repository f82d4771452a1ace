import type { VoteCount } from '../server/insights-store.ts';
import type { Reader } from '../variants/reader.ts';
import type { LiveArticle, LiveText } from './live-article.ts';

export type Votes = { yes: number; no: number };

/** Votes on one text. `since`: the first of them, because nobody knows when a text appeared that nobody voted on. */
export type VotedText = Votes & { contentHash: string; since: Temporal.Instant; until: Temporal.Instant };

/** What readers of one page said: of its text as it is now, and of those before, oldest first. */
export type TextHistory = { text: LiveText; now: Votes & { since?: Temporal.Instant }; earlier: VotedText[] };

/**
 * Puts votes on an article to its pages. What is known by its content hash counts wherever it was cast, also for a
 * version that exists no longer; an older text belongs to the page that its readers see now.
 */
export function textHistories(article: LiveArticle, counts: readonly VoteCount[]): TextHistory[] {
  const live = new Set(article.texts.map(({ contentHash }) => contentHash));
  const byText = Map.groupBy(counts, ({ contentHash }) => contentHash);
  return article.texts.map((text, index) => {
    const now = together(byText.get(text.contentHash) ?? []);
    const before = counts.filter((count) => !live.has(count.contentHash) && isReadBy(count, text.readers, index === 0));
    const earlier = [...Map.groupBy(before, ({ contentHash }) => contentHash).values()].flatMap(
      (same) => together(same) ?? [],
    );
    return {
      text,
      now: now ? { yes: now.yes, no: now.no, since: now.since } : { yes: 0, no: 0 },
      earlier: earlier.sort((a, b) => Temporal.Instant.compare(a.since, b.since)),
    };
  });
}

/** Who did not say for which version or audience is taken for a reader of the default page. */
export function isReadBy(
  { version, audience }: { version?: string; audience?: string },
  readers: readonly Reader[],
  isDefault: boolean,
): boolean {
  if (version === undefined && audience === undefined) return isDefault;
  return readers.some(
    (reader) => (version ?? reader.version) === reader.version && (audience ?? reader.audience) === reader.audience,
  );
}

function together(counts: readonly VoteCount[]): VotedText | undefined {
  const [first] = counts;
  if (!first) return undefined;
  return counts.slice(1).reduce<VotedText>(
    (sum, { yes, no, firstAt, lastAt }) => ({
      contentHash: sum.contentHash,
      yes: sum.yes + yes,
      no: sum.no + no,
      since: Temporal.Instant.compare(firstAt, sum.since) < 0 ? firstAt : sum.since,
      until: Temporal.Instant.compare(lastAt, sum.until) > 0 ? lastAt : sum.until,
    }),
    { contentHash: first.contentHash, yes: first.yes, no: first.no, since: first.firstAt, until: first.lastAt },
  );
}
