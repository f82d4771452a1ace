import { lowerFirst } from '../lower-first.ts';

/** One request, as the team sees it. */
export const request = {
  /** When its promise is due. */
  dueAt: '(<moment/>)',
  wants: {
    joined: 'Wants to hear how the incident ends',
    email: 'Wants an answer by e-mail',
    callBack: 'Wants a call',
  },
  /** Between what the customer wants and the ways to them. */
  between: ' · ',
  goodTime: 'good time: <time/>',
  youHaveIt: 'You have it.',
  nobodyHasIt: 'Nobody has it yet.',
  has: (who: string) => `${who} has it.`,
  take: 'I take it',
  takeOver: 'I take it over',
  toReply: 'Down to the reply',
  toWhatYouWrote: 'To what you wrote',
  needs: 'What the customer needs',
  happened: 'What happened',
  tried: 'What they already tried',
  acts: 'What you can do',
};

/** Where a reference leads nowhere. */
export const unknownRequest = {
  title: 'No such request',
  heading: (reference: string) => `No request has the reference ${reference}`,
  why: 'A letter of it may be mistyped, or the request was removed after its time. It can also be found by a name, an address, or a word of its message.',
  search: 'Look for it',
  find: 'Find',
  all: 'All requests',
};

/** What did not get through to somebody. */
export const undelivered = {
  customer: 'Our letter did not reach the customer: <reason/>.',
  callThem: 'Please call.',
  noPhone: 'There is no phone number; look whether the address has a slip in it.',
  desk: '<desk/> did not take this: <reason/>. Once that is mended, run <command/>.',
  someDesk: 'A help desk',
  noReason: 'no reason is known',
};

/** What the customer did before they asked. */
export const story = {
  nothing: 'The customer sent nothing along.',
  read: ({ version, audience }: { version: string; audience: string }) =>
    `Read <article/> for ${version}, ${lowerFirst(audience)}.`,
  readGone: 'Read <article/>, an article that is not there any more.',
  pageGone: (readers: string) => `Their page was for ${readers}, and is not there any more.`,
  page: (readers: string) => `Their page was for ${readers}.`,
  textUnknown: 'Which text they saw is not known.',
  asRead: 'As they saw it',
  opened: 'Also opened: <articles/>',
  /** Between the articles that they opened. */
  between: ' · ',
  steps: 'All steps, as they were shown',
  done: 'Done: <step/>',
  notTicked: 'Not ticked: <step/>',
};

/** What happened with a request, and who did it. */
export const happened = {
  customer: 'The customer',
  mailbox: 'The mailbox',
  team: 'The team',
  asked: '<who/> asked for a person <when/>',
  message: '<who/> wrote <when/>',
  mended: '<who/> said that it is mended <when/>',
  reopened: '<who/> said that it is not mended <when/>',
  answer: {
    email: '<who/> answered by e-mail <when/>',
    phone: '<who/> spoke on the phone <when/>',
    elsewhere: '<who/> answered elsewhere <when/>',
  },
  note: '<who/> noted, for the team alone <when/>',
  incidentOver: '<who/> told the customer that the incident is over (<incident/>) <when/>',
  resolved: {
    'article-solved': '<who/> resolved it: an article solved it <where/> <when/>',
    'article-missing': '<who/> resolved it: an article was missing <where/> <when/>',
    'article-wrong': '<who/> resolved it: an article was wrong <where/> <when/>',
    'article-unclear': '<who/> resolved it: an article was unclear <where/> <when/>',
    'product-fault': '<who/> resolved it: a fault in the product <where/> <when/>',
    other: '<who/> resolved it: something else <where/> <when/>',
  },
  /** The article that somebody named, and the place in it. */
  where: ({ article, heading }: { article: string; heading?: string | undefined }) =>
    heading === undefined ? `(${article})` : `(${article}, “${heading}”)`,
  promiseMoved: '<who/> moved the promise to <until/> <when/>',
  claimed: '<who/> took it <when/>',
  letGo: '<who/> let it go <when/>',
  handedTo: '<who/> handed it to <colleague/> <when/>',
  noFollowUp: '<who/> will not look again on a day <when/>',
  followUp: (day: string) => `<who/> will look again on ${day} <when/>`,
  released: '<who/> released it from quarantine <when/>',
};

/** The article as the customer saw it. */
export const asRead = {
  title: (reference: string) => `As they saw it, ${reference}`,
  request: (reference: string) => `Request ${reference}`,
  heading: 'As they saw it',
  /** A version or an audience, where the other is not known. */
  forOne: (whom: string) => `For ${whom}.`,
  forBoth: ({ version, audience }: { version: string; audience: string }) => `For ${version}, ${lowerFirst(audience)}.`,
  gone: 'The article is not there any more.',
  same: 'It says the same today.',
  changed: 'Since then it was changed: what is gone is struck out, what is new is underlined.',
  today: 'The article today',
  goneLine: '<hidden>Gone: </hidden><line/>',
  newLine: '<hidden>New: </hidden><line/>',
  unknown:
    'Which text they saw is not known: their page did not say, or the article had been built anew before they sent it.',
};
