import { isByCustomer } from '../schema/escalation-event.ts';
import type { StoredEvent } from '../server/conversation.ts';
import { reasonsInWords } from '../server/abuse/reasons-in-words.ts';
import { moveInForce } from '../server/move-in-force.ts';
import type { KeptDelivery, WaitingEscalation } from '../server/outbox.ts';
import { CUSTOMER } from '../server/store/outbox-rows.ts';
import { timeInWords } from '../server/time-in-words.ts';
import { whatWasTried } from '../server/what-was-tried.ts';

/** Escalations as text for a terminal, in the order given; times are those of `timeZone`. */
export function listWaiting(waiting: readonly WaitingEscalation[], now: Temporal.Instant, timeZone: string): string {
  if (waiting.length === 0) return 'Nobody is waiting.';
  const apart = waiting.filter(({ quarantined }) => quarantined !== undefined);
  const others = waiting.filter(({ quarantined }) => quarantined === undefined);
  const overdue = others.filter((escalation) => isOverdue(escalation, now)).length;
  const heading =
    others.length === 0
      ? 'Nobody else is waiting'
      : others.length === 1
        ? 'One person is waiting'
        : `${others.length} people are waiting`;
  const late = overdue === 0 ? '' : `, ${overdue} of them longer than we promised`;
  return [
    `${heading}${late}. Times are those of ${timeZone}.`,
    ...others.map((one) => entry(one, now, timeZone)),
    ...(apart.length === 0 ? [] : [SET_APART, ...apart.map((one) => entry(one, now, timeZone))]),
  ].join('\n\n');
}

const SET_APART =
  'SET APART, because they look as if a program had sent them. No help desk has them, and their senders were promised ' +
  'an answer. If one is genuine: npm run escalations -- release <reference>.';

/** One escalation, wherever it stands by now. */
export function showEscalation(
  escalation: WaitingEscalation,
  events: readonly StoredEvent[],
  now: Temporal.Instant,
  timeZone: string,
): string {
  const since = events.map((event) => `\n${eventInWords(event, timeZone)}`);
  const isMoved = moveInForce(events, escalation.promisedBy) !== undefined;
  return [`Times are those of ${timeZone}.\n\n${entry(escalation, now, timeZone, isMoved)}`, ...since].join('\n');
}

function eventInWords({ at, author, act }: StoredEvent, timeZone: string): string {
  const { kind, ...rest } = act;
  const who = isByCustomer(act) ? 'the customer' : (author ?? 'the team');
  const lines = Object.entries(rest).flatMap(([name, value]) => {
    const [first = '', ...others] = linesOf(
      name === 'until' || name === 'from' ? instantInWords(value, timeZone) : (value ?? ''),
    );
    return name === 'text' ? [first, ...others].map((line) => `  | ${line}`) : [`  ${name}: ${first}`, ...others];
  });
  return [`${timeInWords(at, timeZone)}   ${kind}, ${who}`, ...lines].map(printable).join('\n');
}

function instantInWords(instant: string | undefined, timeZone: string): string {
  return instant === undefined ? '' : timeInWords(Temporal.Instant.from(instant), timeZone);
}

function entry(waiting: WaitingEscalation, now: Temporal.Instant, timeZone: string, isMoved = false): string {
  const { escalation, reference, promisedBy, openedAt, deliveries } = waiting;
  const tried = whatWasTried(escalation);
  const promise =
    waiting.state !== 'waiting'
      ? `It is ${waiting.state}; promised by`
      : isOverdue(waiting, now)
        ? 'OVERDUE since'
        : 'Answer by';
  const lines = [
    `${promise} ${timeInWords(promisedBy, timeZone)}${isMoved ? ' (it was moved)' : ''}   ${reference}`,
    `  ${contact(escalation)}`,
    `  Asked on ${timeInWords(openedAt, timeZone)}.`,
    ...(waiting.quarantined ? [`  Set apart: ${reasonsInWords(waiting.quarantined)}.`] : []),
    ...deliveriesInWords(deliveries).map((line) => `  ${line}`),
    '',
    ...linesOf(escalation.message).map((line) => `  | ${line}`),
    ...(tried.length === 0 ? [] : ['', ...tried.map((sentence) => `  - ${linesOf(sentence).join('\n    ')}`)]),
  ];
  return lines.flatMap(linesOf).map(printable).join('\n');
}

/** What came later goes to the same help desks, and is mostly said in the same words; each letter counts. */
function deliveriesInWords(deliveries: readonly KeptDelivery[]): string[] {
  const [letters, others] = [true, false].map((isLetter) =>
    deliveries.filter(({ desk }) => (desk === CUSTOMER) === isLetter).flatMap(deliveryInWords),
  );
  return [...new Set(others), ...(letters ?? [])];
}

/** Nothing where there is no help desk, or where it was not tried yet. */
function deliveryInWords(delivery: KeptDelivery): string[] {
  const { desk, state, attempts, lastReason = 'no reason known', ticket } = delivery;
  const tries = attempts === 1 ? 'once' : `${attempts} times`;
  if (desk === CUSTOMER) return letterInWords(delivery, tries);
  switch (state) {
    case 'waiting':
      return [];
    case 'retrying':
      return [`Not in ${desk ?? 'a help desk'} yet, tried ${tries}: ${lastReason}`];
    case 'needs-a-person':
      return [`Could not be delivered to ${desk ?? 'a help desk'}: ${lastReason}`];
    case 'delivered':
      if (delivery.isByHand) return [`Taken over: ${ticket?.id ?? 'by hand'}.`];
      // What waited for anybody to look ends with an answer here, which stands below as what happened.
      return desk === undefined ? [] : [`In ${desk} as ${ticket?.id ?? 'a ticket'}.`];
  }
}

function letterInWords({ state, lastReason = 'no reason known', ticket }: KeptDelivery, tries: string): string[] {
  switch (state) {
    case 'waiting':
      return [];
    case 'retrying':
      return [`A letter to the customer waits, tried ${tries}: ${lastReason}`];
    case 'needs-a-person':
      return [`A letter did not reach the customer: ${lastReason}`];
    case 'delivered':
      return [`Letter to the customer: ${ticket?.id.startsWith('<') ? 'sent' : (ticket?.id ?? 'sent')}.`];
  }
}

/** Lines as they were typed, also on Windows. */
function linesOf(typed: string): string[] {
  return typed.split(/\r?\n/);
}

function contact({ channel, name, email, phone, goodTime }: WaitingEscalation['escalation']): string {
  const other = channel === 'email' ? phone && ` (phone ${phone})` : email && ` (e-mail ${email})`;
  const when = goodTime ? `, good time: ${goodTime}` : '';
  return channel === 'email'
    ? `Write to ${name}, ${email}${other ?? ''}${when}`
    : `Call ${name}, ${phone}${other ?? ''}${when}`;
}

function isOverdue({ promisedBy }: WaitingEscalation, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(promisedBy, now) < 0;
}

/** Strangers' text must not move the cursor, colour the screen or turn the direction of what stands beside it. */
function printable(line: string): string {
  return line.replace(/[^\P{Cc}\t]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
