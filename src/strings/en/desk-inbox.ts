import { number } from './number.ts';

/** The requests that the team has to do with. */
export const inbox = {
  nothingMatches: (text: string) =>
    `Nothing matches “${text}”. A reference, a part of a name or an address, or a word of the message will do.`,
  nothingFits: 'Nothing here fits these choices.',
  nobodyWaits: 'Nobody is waiting.',
  nothing: 'Nothing here.',
  shown: ({ count, isMore, late }: { count: number; isMore: boolean; late: number }) =>
    `${number(count)}${isMore ? ' and more' : ''} shown${late > 0 ? `, ${number(late)} of them overdue` : ''}.`,
  more: 'Show more',
};

/** Which of them are shown. */
export const inboxFilters = {
  parts: 'Parts of the inbox',
  views: {
    waiting: 'Waiting',
    answered: 'Answered',
    resolved: 'Resolved, to be confirmed',
    'follow-up': 'To look at again',
    apart: 'Set apart',
    mended: 'Mended',
  },
  overdue: (count: number) => `${number(count)} overdue`,
  dueSoon: (count: number) => `${number(count)} due soon`,
  form: 'Requests',
  search: 'Search',
  searchFor: 'Reference, name, address or words',
  narrow: 'Narrow the list',
  who: { title: 'Who has it', mine: 'I have it', nobody: 'Nobody has it' },
  channel: { title: 'Answer', email: 'By e-mail', 'call-back': 'Call back' },
  product: 'Product',
  version: 'Version',
  audience: 'Kind of reader',
  all: 'all',
  show: 'Show',
};

/** One line of the list. */
export const inboxLine = {
  email: (reference: string) => `by e-mail · ${reference}`,
  callBack: (reference: string) => `call back · ${reference}`,
  noArticle: 'no article',
  has: (who: string) => `${who} has it`,
  setApart: (reasons: string) => `set apart: ${reasons}`,
  lookAgainOn: (day: string) => `look again on ${day}`,
  /** What is known of it, one after the other. */
  about: (parts: readonly string[]) => parts.join(' · '),
};
