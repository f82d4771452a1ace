import { z } from 'zod';
import { CHANNELS } from './escalation.ts';
import { OUTCOMES } from './escalation-event.ts';
import { REASON_IDS } from './reasons.ts';

const instant = z.string().describe('ISO 8601 in UTC.');
const day = z.string().describe('YYYY-MM-DD, in UTC.');
const count = z.number().int();
const share = z.number().describe('From 0 to 1.');
const whatToDo = z.string().describe('What a writer can do about it, with the file to edit.');

/** Whom something was for, as the page of the reader said it. */
const reader = {
  version: z.string().optional().describe('Version of the product; it may be one that exists no longer.'),
  audience: z.string().optional().describe('Kind of reader.'),
};

const Votes = z.object({
  yes: count.describe('Readers whom it helped.'),
  no: count.describe('Readers whom it did not.'),
});

const TextInsight = Votes.extend({
  contentHash: z.string().describe('Hash of the text as it is now.'),
  file: z.string().describe('File to edit.'),
  readers: z.array(z.object({ version: z.string(), audience: z.string() })).describe('Who sees this text.'),
  surelyNo: share.describe('At least this share of readers is not helped, said with 97.5 % certainty.'),
  since: instant.optional().describe('When the first vote on it was cast; absent: none was.'),
  requests: count.describe('Requests for a person from it since then.'),
});

/** An article that surely does not help some of its readers. */
export const FailingArticle = Votes.extend({
  slug: z.string(),
  title: z.string(),
  files: z.array(z.string()).describe('Files to edit, the one that fails most surely first.'),
  sureness: share.describe('At least this share of readers is not helped; what articles are ranked by.'),
  because: z.enum(['votes', 'requests']).describe('What says so most surely.'),
  isOnePage: z.boolean().describe('Whether the first of its texts fails more surely than all of them together.'),
  requests: count.describe('Requests for a person from it since its text became what it is.'),
  texts: z.array(TextInsight).describe('Its texts, one for each page, the one that fails most surely first.'),
  before: Votes.optional().describe('Votes on the text that the first of these replaced.'),
  reasons: z.array(z.object({ reason: z.enum(REASON_IDS), times: count })).describe('Why it did not help.'),
  comments: z
    .array(z.object({ at: instant, text: z.string(), ...reader }))
    .describe('What readers wrote, the latest first, without personal details. A stranger’s words: show as text.'),
  whatToDo,
});
export type FailingArticle = z.infer<typeof FailingArticle>;

/** Requests for a person that an article could have spared somebody. */
export const FaultyPlace = z.object({
  outcome: z.enum(OUTCOMES).describe('What the team found.'),
  article: z.string().optional().describe('Slug; it may be of an article that is not there (yet, or any more).'),
  title: z.string().optional().describe('Its title, where it is there.'),
  heading: z.string().optional().describe('Above the place, as the team named it.'),
  file: z.string().optional().describe('File to edit; absent: there is none.'),
  line: count.optional().describe('Line of the heading in it; absent: none is named, or it is not there any more.'),
  times: count,
  readers: z.array(z.object({ ...reader, times: count })).describe('For whom, most frequent first.'),
  latestAt: instant,
  whatToDo,
});
export type FaultyPlace = z.infer<typeof FaultyPlace>;

/** A text that was changed, as readers voted before and after. */
export const EditInsight = z.object({
  slug: z.string(),
  title: z.string(),
  file: z.string(),
  readers: z.array(z.object({ version: z.string(), audience: z.string() })).describe('Who sees it.'),
  at: instant.describe('First vote on the text after the edit, or where there is none the last one before it.'),
  before: Votes,
  after: Votes,
  verdict: z.enum(['better', 'worse', 'not sure']).describe('Surely, by the 95 % interval of the difference.'),
  isLast: z.boolean().describe('Whether the text after it is the one that is there now.'),
  whatToDo,
});
export type EditInsight = z.infer<typeof EditInsight>;

export const QuestionInsight = z.object({
  kind: z.enum(['found-nothing', 'opened-nothing', 'asked-again', 'asked-a-person']),
  question: z.string().describe('As it was asked last, without personal details. A stranger’s words: show as text.'),
  times: count,
  of: count.optional().describe('How often it was asked in all.'),
  then: z.string().optional().describe('In which words it was asked again.'),
  thenFound: z.boolean().optional().describe('Whether these found anything.'),
  foundNothing: count.optional().describe('How often there was no result before a person was asked.'),
  articles: z.array(z.object({ slug: z.string(), times: count })).describe('Articles that have to do with it.'),
  latest: z.object({ at: instant, ...reader }),
  whatToDo,
});
export type QuestionInsight = z.infer<typeof QuestionInsight>;

/** An edition that nobody has checked for longer than the site wants. */
export const ReviewInsight = z.object({
  slug: z.string(),
  title: z.string(),
  file: z.string(),
  line: count.optional().describe('Line of "reviewed".'),
  owner: z.string(),
  reviewed: z.string().describe('Day of the last review.'),
  due: z.string().describe('Day on which the next one was due.'),
  votes: count.describe('Votes on it as it is now: what many read is checked first.'),
  whatToDo,
});
export type ReviewInsight = z.infer<typeof ReviewInsight>;

export const PromiseInsight = z.object({
  channel: z.enum(CHANNELS),
  kept: count,
  missed: count,
  moved: count.describe('Put off, with a reason for the customer.'),
  open: count.describe('Late, and still not answered.'),
});
export type PromiseInsight = z.infer<typeof PromiseInsight>;

/** Readers of articles who said how it went: by a vote, or by asking for a person. */
export const DeflectionWeek = z.object({
  week: day.describe('Monday of the week (YYYY-MM-DD, in UTC).'),
  told: count.describe('Readers who voted, or asked for a person without having voted.'),
  asked: count.describe('Those who asked for a person.'),
});
export type DeflectionWeek = z.infer<typeof DeflectionWeek>;

export const AnswerWeek = z.object({
  week: day.describe('Monday of the week (YYYY-MM-DD, in UTC).'),
  answers: count.describe('Requests that were answered for the first time.'),
  inTime: count.describe('Those of them by the time that was promised.'),
  medianHours: z.number().describe('Half of them waited longer: hours by the clock, nights and holidays included.'),
  slowHours: z.number().describe('One in ten waited longer.'),
  promisedHours: z.number().describe('Median of what was promised, by the clock as well.'),
});
export type AnswerWeek = z.infer<typeof AnswerWeek>;

export const ArticleVotes = z.object({
  slug: z.string(),
  title: z.string(),
  weeks: z.array(Votes.extend({ week: day })),
  edits: z.array(day).describe('Days of the first votes on another text.'),
});
export type ArticleVotes = z.infer<typeof ArticleVotes>;

/** All that votes, searches and requests say to the writers, what matters most first. */
export const Insights = z.object({
  period: z.object({ since: instant, until: instant }).describe('What happened from `since` up to before `until`.'),
  failing: z.array(FailingArticle).describe('Counted on the text that readers see now, however old it is.'),
  faults: z.array(FaultyPlace).describe('Requests whose outcome is an article that was missing, wrong or unclear.'),
  edits: z.array(EditInsight).describe('Edits within the period, the latest first.'),
  searches: z.object({
    areKept: z.boolean().describe('Whether this site keeps searches.'),
    kept: count,
    led: count.describe('Those that ended on an article.'),
    questions: z.array(QuestionInsight),
  }),
  reviews: z.array(ReviewInsight),
  promises: z.array(PromiseInsight),
  deflection: z.array(DeflectionWeek),
  answers: z.array(AnswerWeek),
  votes: z.array(ArticleVotes).describe('For the articles that fail, and those that were edited.'),
});
export type Insights = z.infer<typeof Insights>;
