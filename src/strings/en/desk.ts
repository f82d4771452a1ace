import type { EscalationState } from '../../schema/escalation.ts';
import type { Role } from '../../schema/member.ts';
import { number } from './number.ts';

/** What stands on every page of the desk. */
export const desk = {
  /** The language of all that is said at the desk, a BCP 47 tag. */
  language: 'en',
  title: (page: string) => `${page} · Desk`,
  name: (site: string) => `${site}: desk`,
  skip: 'Skip to the page',
  ways: 'Desk',
  requests: 'Requests',
  incidents: 'Incidents',
  insights: 'Insights',
  people: 'People',
  sessions: 'Your sessions',
  signOut: 'Sign out',
  unreadableForm: 'This is not a form that can be read.',
};

/** A page for whoever is not in. */
export const door = {
  title: ({ page, site }: { page: string; site: string }) => `${page} · ${site}`,
  foot: 'This is for the people who answer. Looking for help? <help>The help centre</help> is open to everybody.',
};

/** What somebody reads who asked for something that the desk does not give them. */
export const turnedAway = {
  signedOut: {
    title: 'You are signed out, so this was not taken',
    text: 'What you wrote is still in the page before this one. <signIn>Sign in in another tab</signIn>, then go back there, and send it again.',
  },
  notForYourRole: {
    title: 'Your role does not reach this',
    writer: 'Whoever answers requests sees them; writers see what failed, and not whom it happened to.',
    others: 'This page is for the admins of this site.',
    toRequests:
      'An admin can give you another role: <command/>. You can go on with <home>the requests</home>, or see <sessions>where you are signed in</sessions>.',
    toInsights:
      'An admin can give you another role: <command/>. You can go on with <home>the insights</home>, or see <sessions>where you are signed in</sessions>.',
  },
  foreignForm: {
    title: 'This was not sent from the desk, so it was not taken',
    text: 'Another page, or a form that is older than your session, sent this in your name. If it was you, open <desk>the desk</desk> anew and do it there. What you wrote is still in the page before this one.',
  },
  unavailable: {
    title: 'The desk cannot be reached right now',
    text: 'Our database does not answer, and that is our fault. Nothing that was kept is lost. If you were sending something, go back: what you wrote is still there. Please try again in a minute.',
  },
  nothing: {
    title: 'There is nothing at this address',
    text: 'It may be cut short, or what was here was removed. Go on at <home>the desk</home>.',
  },
};

/** How it stands with a request. */
export const states: Readonly<Record<EscalationState, string>> = {
  waiting: 'waiting',
  answered: 'answered',
  resolved: 'resolved',
  mended: 'mended',
  joined: 'joined',
};

export const roles: Readonly<Record<Role, string>> = { agent: 'agent', writer: 'writer', admin: 'admin' };

/** How long until a promise is due, or since when it is overdue. */
export const due = {
  now: 'due now',
  in: (length: string) => `due in ${length}`,
  overdueBy: (length: string) => `overdue by ${length}`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  hoursAndMinutes: ({ hours, minutes }: { hours: number; minutes: number }) => `${hours} h ${minutes} min`,
  days: (days: number) => `${number(days)} days`,
};

/** Why a request was set apart. */
export const setApart = {
  reasons: {
    'trap-filled': 'a field was filled in that people do not see',
    'too-fast': 'it was sent within two seconds',
    'no-page': 'much came in, and this came from no page of ours',
    'many-from-one-place': 'several came from the same connection',
    'many-at-once': 'very much came in at once',
  },
  all: (reasons: readonly string[]) => reasons.join('; '),
};
