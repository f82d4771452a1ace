import type { DueAlert } from './outbox.ts';
import { referenceOf, type AlertWords } from './tell-team.ts';
import { timeInWords } from './time-in-words.ts';

/** What a help desk has not taken. No word of the customer's: what they wrote is where the team looks it up. */
export function untakenRequests(alerts: readonly DueAlert[], title: string, timeZone: string): AlertWords {
  return {
    reference: referenceOf(alerts.map(({ escalation }) => escalation.reference)),
    subject: `${title} has not taken ${alerts.length === 1 ? 'this request' : 'these requests'}`,
    text: [
      'Customers wait for these answers, and they did not reach your help desk:',
      '',
      ...alerts.flatMap((alert) => [
        `${alert.escalation.reference}, promised by ${timeInWords(alert.escalation.promisedBy, timeZone)} (${timeZone})`,
        ...whyAndWhatNext(alert),
      ]),
      '',
      ...COMMANDS,
      'To note that you took it over:     npm run escalations -- deliver-by-hand <reference> --ticket <id>',
      '',
    ].join('\n'),
  };
}

/** Whom our letters did not reach, and how they can be reached all the same. */
export function unreachedCustomers(alerts: readonly DueAlert[]): AlertWords {
  return {
    reference: referenceOf(alerts.map(({ escalation }) => escalation.reference)),
    subject: `Our mail did not reach ${alerts.length === 1 ? 'this customer' : 'these customers'}`,
    text: [
      'These customers do not know what we wrote to them:',
      '',
      ...alerts.flatMap((alert) => {
        const { reference, escalation } = alert.escalation;
        const call = escalation.phone === undefined ? 'left no phone number' : `call ${escalation.phone}`;
        return [`${reference}: ${call}`, ...whyAndWhatNext(alert)];
      }),
      '',
      'What we wrote stands on their status page, too. They see it there when they look.',
      '',
      ...COMMANDS,
      'To note that you told them:        npm run escalations -- deliver-by-hand <reference> --ticket "called"',
      '',
    ].join('\n'),
  };
}

const COMMANDS = [
  'To read one:                       npm run escalations -- show <reference>',
  'To try again, once it is mended:   npm run escalations -- retry <reference> (or: retry all)',
];

function whyAndWhatNext({ reason, state }: DueAlert): string[] {
  const next =
    state === 'retrying' ? 'It is still being tried, but may come too late.' : 'It is not tried again by itself.';
  return [`  ${reason}`, `  ${next}`];
}
