import type { EditInsight, QuestionInsight } from '../../schema/insights.ts';
import { number } from './number.ts';

/** What votes, searches and requests say: the frame of the page. */
export const insights = {
  shown: 'Period',
  days: (days: number) => `${days} days`,
  table: 'All of it as a table (CSV)',
  onThisPage: 'On this page',
  /** The parts of the page, as the way to each is named. */
  parts: {
    failing: 'Articles that fail',
    faults: 'Requests to be spared',
    questions: 'Questions without an answer',
    edits: 'Edits',
    reviews: 'To be checked again',
    promises: 'Promises kept',
    weeks: 'Week by week',
  },
  more: (count: number) => `${number(count)} more`,
  left: (count: number) => `${number(count)} further ones are in the table (CSV).`,
  from: ({ first, last }: { first: string; last: string }) => `From ${first} to ${last}.`,
  nobody: 'Nobody voted, and nobody asked for a person.',
  went: ({ told, without, share }: { told: number; without: number; share: string }) =>
    `Of ${told === 1 ? 'one reader' : `${number(told)} readers`} who voted or asked for a person, ${number(without)} (${share}) went without one; who read and did neither is not known.`,
  share: (percent: number) => `${percent}\u00A0%`,
  judged:
    'Judged by every vote on the text that readers see now, however old it is. What fails most surely stands first.',
  keepsNoSearches:
    'This site does not keep searches now, so only those are known that came along with a request, or were kept before. To know the others, switch keepSearches on in site.yaml.',
};

/** The headings, and what is said where there is nothing below one; `npm run insights` has the same headings. */
export const insightParts = {
  failing: {
    heading: 'Articles that surely fail their readers',
    none: 'None: no article surely fails more than one reader in five.',
  },
  faults: {
    heading: 'Requests that an article could have spared',
    none: 'None: no request ended with an article that was missing, wrong or unclear.',
  },
  questions: { heading: 'Questions without an answer', none: 'None that we know of.' },
  edits: { heading: 'Edits, before and after', none: 'Votes tell of no edit in this time.' },
  reviews: { heading: 'Articles to be checked again', none: 'None: every article was checked in time.' },
};

/** How readers voted. */
export const voted = {
  no: ({ no, all, asked, since }: { no: number; all: number; asked: number; since?: string | undefined }) => {
    const people = asked === 0 ? '' : `, ${readersWho(asked)} asked for a person`;
    return `${number(no)} of ${number(all)} say no${people}${since === undefined ? '' : `, since ${since}`}.`;
  },
  beforeLastEdit: (said: string) => `Before the last edit ${said}.`,
  onAllPages: ({ no, all }: { no: number; all: number }) =>
    `On all of its pages together ${number(no)} of ${number(all)}.`,
  beforeAndSince: ({ at, before, after }: { at: string; before: string; after: string }) =>
    `Before ${at} ${before}; since then ${after}.`,
  nobody: 'nobody voted',
  saidNo: ({ no, all, share }: { no: number; all: number; share: string }) =>
    `${number(no)} of ${number(all)} said no (${share})`,
  weekByWeek: 'Votes, week by week',
  on: (title: string) => `Votes on “${title}”`,
};

/** An article that fails. */
export const failing = {
  sureness: (share: string) => `<quiet>surely at least</quiet> <share>${share}</share> <quiet>not helped</quiet>`,
  share: (percent: number) => `${percent} %`,
  page: (readers: string) => `<article/><quiet> for ${readers}</quiet>`,
  times: (times: number) => `${times} ×`,
  comments: (count: number) => (count === 1 ? 'one comment' : `${number(count)} comments`),
  /** When a comment was written, and by whom. */
  of: (parts: readonly string[]) => parts.join(', '),
  pages: {
    title: 'Page by page',
    table: (title: string) => `“${title}”, page by page`,
    readers: 'For',
    no: 'Say no',
    surely: 'Surely at least',
    asked: 'Asked for a person',
    file: 'File',
    noOf: ({ no, all }: { no: number; all: number }) => `${number(no)} of ${number(all)}`,
    silent: (count: number) =>
      count === 1
        ? 'Nobody voted on the other page, or asked for a person from there.'
        : `Nobody voted on the other ${number(count)} pages, or asked for a person from there.`,
  },
};

/** A request that an article could have spared. */
export const fault = {
  requests: (times: number) =>
    times === 1 ? '<times>1</times> <quiet>request</quiet>' : `<times>${number(times)}</times> <quiet>requests</quiet>`,
  where: (outcome: string) => `${outcome}: <article/>`,
  whereUnder: (outcome: string) => `${outcome}: <article/> under “<heading/>”`,
  under: (outcome: string) => `${outcome} under “<heading/>”`,
  often: ({ times, day, readers }: { times: number; day: string; readers?: string | undefined }) => {
    const often = times === 1 ? 'Once' : `${number(times)} times, the last`;
    return `${often} on ${day}${readers === undefined ? '' : `, for ${readers}`}.`;
  },
};

const questionKinds: Readonly<Record<QuestionInsight['kind'], string>> = {
  'found-nothing': 'found nothing',
  'opened-nothing': 'nothing was opened',
  'asked-again': 'asked again in other words',
  'asked-a-person': 'and then a person',
};

/** A question that nothing answered. */
export const question = {
  kinds: questionKinds,
  times: ({ times, kind }: { times: number; kind: string }) =>
    `<times>${number(times)} ×</times> <quiet>${kind}</quiet>`,
  asked: '“<question/>”',
  askedThen: '“<question/>”, then “<then/>”',
  /** `of`: how often it was asked in all, where that is more. */
  often: ({
    times,
    of,
    day,
    reader,
  }: {
    times: number;
    of?: number | undefined;
    day: string;
    reader?: string | undefined;
  }) => {
    const once = times === 1 ? 'Once' : `${number(times)} times`;
    const often = of === undefined ? once : `${number(times)} of ${number(of)} times`;
    const last = times === 1 ? 'on' : 'the last on';
    return `${often}, ${last} ${day}${reader === undefined ? '' : ` (${reader})`}.`;
  },
};

const verdicts: Readonly<Record<EditInsight['verdict'], string>> = {
  better: 'better',
  worse: 'worse',
  'not sure': 'not sure yet',
};

/** An edit. */
export const edit = {
  verdicts,
  title: (readers: string) => `<article/><quiet> for ${readers}</quiet>`,
};

/** An article to be checked again. */
export const review = {
  dueSince: '<quiet>due since</quiet> <day/>',
  title: (owner: string) => `<article/><quiet> by ${owner}</quiet>`,
  checked: ({ day, votes }: { day: string; votes: number }) =>
    `Checked on ${day}; ${votes === 0 ? 'nobody' : readersWho(votes)} voted on it as it is now.`,
};

/** Promises that were kept and missed. */
export const promises = {
  none: 'No promise came to its time.',
  kept: ({ kept, ended, share }: { kept: number; ended: number; share: string }) =>
    `${number(kept)} of ${number(ended)} were kept: ${share}. Who is late and still waits is counted as missed.`,
  byChannel: 'Promises by channel',
  answer: 'Answer',
  keptColumn: 'Kept',
  missed: 'Missed',
  moved: 'Moved',
  open: 'Late and still open',
  email: 'By e-mail',
  callBack: 'By a call',
};

function readersWho(count: number): string {
  return count === 1 ? 'one reader' : `${number(count)} readers`;
}
