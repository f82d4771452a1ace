import type { Alarm } from './reminders.ts';
import type { StoredEscalation } from './stored-escalation.ts';
import { referenceOf, type AlertWords } from './tell-team.ts';
import { timeInWords } from './time-in-words.ts';

/** What the team is told of promises. Nothing of what customers wrote, and not who they are. */
export function promiseAlarm(alarm: Alarm, owed: readonly StoredEscalation[], timeZone: string): AlertWords {
  return {
    reference: referenceOf(owed.map(({ reference }) => reference)),
    subject: SUBJECTS[alarm](owed, timeZone),
    text: [
      `${OPENINGS[alarm]} Times are those of ${timeZone}.`,
      '',
      ...owed.map((one) => line(one, timeZone)),
      '',
      'To read one:             npm run escalations -- show <reference>',
      ...(alarm === 'apart' ? ['If it is genuine:        npm run escalations -- release <reference>'] : []),
      'To note your answer:     npm run escalations -- answer <reference> --by phone --text "what you said"',
      'To name a later time:    npm run escalations -- move-promise <reference> --until <time> --text "why"',
      '',
    ].join('\n'),
  };
}

const SUBJECTS: Readonly<Record<Alarm, (owed: readonly StoredEscalation[], timeZone: string) => string>> = {
  'due-soon': (owed, timeZone) =>
    owed.length === 1 ? `Answer promised by ${firstTime(owed, timeZone)}` : `${owed.length} answers are due soon`,
  missed: (owed, timeZone) =>
    owed.length === 1
      ? `LATE: we promised an answer by ${firstTime(owed, timeZone)}`
      : `LATE: ${owed.length} answers that we promised are not given`,
  apart: (owed) =>
    owed.length === 1 ? 'A request that is set apart is due' : `${owed.length} requests that are set apart are due`,
};

const OPENINGS: Readonly<Record<Alarm, string>> = {
  'due-soon': 'These answers are promised, and due soon.',
  missed:
    'These customers wait for longer than we promised. Please answer them now, or tell them a time that we can keep.',
  apart:
    'These requests look as if a program had sent them, so they were set apart. Each was promised an answer all the same: please look whether it is genuine.',
};

function line(
  { reference, promisedBy, claimedBy, escalation: { channel } }: StoredEscalation,
  timeZone: string,
): string {
  const how = channel === 'email' ? 'by e-mail' : 'by a call';
  const who = claimedBy === undefined ? 'nobody has taken it yet' : `${claimedBy} has it`;
  return `${reference}  ${timeInWords(promisedBy, timeZone)}, ${how}, ${who}`;
}

function firstTime([first]: readonly StoredEscalation[], timeZone: string): string {
  return first ? timeInWords(first.promisedBy, timeZone) : '';
}
