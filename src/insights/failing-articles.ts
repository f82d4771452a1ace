import type { FailingArticle } from '../schema/insights.ts';
import type { RequestCount } from '../server/insights-store.ts';
import type { LiveArticle } from './live-article.ts';
import { isReadBy, type TextHistory, type Votes } from './text-history.ts';
import { wilson } from './wilson.ts';

/** An article is listed from here on: surely more than one reader in five is not helped. */
const SURELY_FAILS = 0.2;
/** One reader who says no is nobody's work yet. */
const FEWEST = 2;

/** What votes and requests say of an article, before its readers' words are looked at. */
export type Failing = Omit<FailingArticle, 'reasons' | 'comments' | 'whatToDo'>;

/**
 * Whether an article surely fails, judged on the text that its readers see now: all of it together, and each page for
 * itself, because one that is wrong for version 4 alone would drown in the votes of version 5. Undefined where it does
 * not, or where nobody can tell yet.
 */
export function failing(
  article: LiveArticle,
  histories: readonly TextHistory[],
  requests: readonly RequestCount[],
): Failing | undefined {
  const judged = histories
    .map((history, index) => judge(history, requests, index === 0))
    .sort((a, b) => b.sureness - a.sureness || b.text.no - a.text.no);
  const whole = judged.map(({ text }) => text).reduce(plus, { yes: 0, no: 0, requests: 0 });
  const together = surenessOf(whole);
  const isOnePage = judged.length > 1 && (judged[0]?.sureness ?? 0) > together.sureness;
  const surest = (isOnePage && judged[0]) || together;
  if (surest.sureness < SURELY_FAILS) return undefined;
  const before = judged[0]?.before;
  return {
    slug: article.slug,
    title: article.title,
    files: [...new Set(judged.map(({ text }) => text.file))],
    sureness: surest.sureness,
    because: surest.because,
    isOnePage,
    ...whole,
    texts: judged.map(({ text }) => text),
    ...(before && { before: { yes: before.yes, no: before.no } }),
  };
}

/** Those that fail most surely first; of equals the one that fails more readers. */
export function bySureness(a: Failing, b: Failing): number {
  return b.sureness - a.sureness || b.no + b.requests - (a.no + a.requests) || (a.slug < b.slug ? -1 : 1);
}

type Judged = Sureness & { text: Failing['texts'][number]; before: Votes | undefined };
type Sureness = Pick<Failing, 'sureness' | 'because'>;

function judge({ text, now, earlier }: TextHistory, all: readonly RequestCount[], isDefault: boolean): Judged {
  const { yes, no, since } = now;
  const requests = requestsSince(all, text, since, isDefault);
  const votes = { yes, no };
  return {
    ...surenessOf({ ...votes, requests }),
    before: earlier.at(-1),
    text: {
      ...votes,
      contentHash: text.contentHash,
      file: text.file,
      readers: [...text.readers],
      surelyNo: no < FEWEST ? 0 : wilson(no, yes + no).lower,
      ...(since && { since: since.toString() }),
      requests,
    },
  };
}

/** Without a vote on the text as it is now nobody knows which requests came from it. */
function requestsSince(
  requests: readonly RequestCount[],
  { readers }: TextHistory['text'],
  since: Temporal.Instant | undefined,
  isDefault: boolean,
): number {
  if (since === undefined) return 0;
  const first = since.toString().slice(0, 10);
  return requests
    .filter((request) => request.day >= first && isReadBy(request, readers, isDefault))
    .reduce((sum, { times }) => sum + times, 0);
}

/** Some who ask for a person voted before and some did not; counted as if nobody had, which claims less. */
function surenessOf({ yes, no, requests }: Votes & { requests: number }): Sureness {
  const ofVotes = no < FEWEST ? 0 : wilson(no, yes + no).lower;
  const ofRequests = requests < FEWEST ? 0 : wilson(requests, yes + no + requests).lower;
  return ofVotes >= ofRequests
    ? { sureness: ofVotes, because: 'votes' }
    : { sureness: ofRequests, because: 'requests' };
}

function plus(sum: Votes & { requests: number }, { yes, no, requests }: Votes & { requests: number }) {
  return { yes: sum.yes + yes, no: sum.no + no, requests: sum.requests + requests };
}
