import type { EscalationState } from '../../schema/escalation.ts';
import { number } from './number.ts';

/** Incidents, as the team sees them. */
export const incidents = {
  none: 'None yet. An article of type incident is one.',
  open: 'Open',
  over: 'Mended',
  since: 'Since <opened/>.',
  sinceUntil: 'Since <opened/>, until <resolved/>.',
  joined: (count: number) =>
    count === 0 ? 'Nobody joined.' : count === 1 ? 'One person joined.' : `${number(count)} people joined.`,
  articleGone: 'Its article is not there any more.',
  toEndOne:
    'To end one, write <resolved/>, <why/> and <changed/> above its text, build the site and start it: everyone who joined is told then.',
};

/** One of them. */
export const incident = {
  unknown: 'No such incident',
  unknownWhy: (slug: string) =>
    `No article of type incident stands at “${slug}”, and nobody joined one that did. The address may be mistyped.`,
  openSince: 'Open since <opened/>. <article>Its article</article>',
  beganAndMended: 'Began <opened/>, mended <resolved/>. <article>Its article</article>',
  why: (why: string) => `Why it happened: ${why}`,
  changed: (changed: string) => `What was changed: ${changed}`,
  toCall: 'To call, to check that it works again',
  nobodyToCall: 'Nobody: everyone on this page has said that it is mended, or was called.',
  said: 'What they said (if anything)',
  noteCalled: 'Note that I called',
  whoJoined: 'Who joined',
  othersWhoJoined: 'Everyone else who joined',
  nobody: 'Nobody.',
  more: 'Show more',
};

const joinedStates: Readonly<Record<EscalationState, string>> = {
  joined: 'waits until it is mended',
  resolved: 'told, has not answered yet',
  mended: 'says that it is mended',
  waiting: 'waits for a person',
  answered: 'has an answer',
};

/** Somebody who joined, and how far we are with them. */
export const joined = {
  states: joinedStates,
  setApart: ({ state, reasons }: { state: string; reasons: string }) => `${state}, set apart: ${reasons}`,
  called: 'Called <moment/> by <who/>',
  team: 'the team',
  /** What is kept with the request, for the team alone. */
  calledNote: 'Called to check that it works again.',
};
