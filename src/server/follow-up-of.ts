import type { FollowUp, Ticket } from '../help-desks/help-desk.ts';
import type { CustomerAct } from '../schema/escalation-event.ts';
import { deliveryOf } from './delivery-of.ts';
import type { StoredEscalation } from './stored-escalation.ts';
import { timeInWords } from './time-in-words.ts';

const MARK_LENGTH = 8;

/** What a customer did with a request after it was taken in, as the desk that has it is given it. */
export function followUpOf(
  id: string,
  stored: StoredEscalation,
  event: { id: string; at: Temporal.Instant; act: CustomerAct },
  timeZone: string,
): FollowUp {
  const { reference } = stored;
  const opening = deliveryOf(id, stored, timeZone);
  // The end of an id, which is random: its beginning is the time, and two may share it.
  const mark = `${reference}/${event.id.replace(/[^a-z0-9]/gi, '').slice(-MARK_LENGTH)}`;
  const { name } = stored.escalation;
  const signed = [
    '--',
    `${name} wrote this on ${timeInWords(event.at, timeZone)} (${timeZone}), about their request ${reference}.`,
    ...(stored.state === 'waiting'
      ? [`We promised an answer by ${timeInWords(stored.promisedBy, timeZone)} (${timeZone}).`]
      : []),
    `Handrail ${mark}`,
    '',
  ];
  return {
    ...opening,
    what: event.act.kind,
    at: event.at,
    mark,
    text: [...said(event.act, name), '', ...signed].join('\n'),
  };
}

/** The same as a ticket of its own, with a reference of its own, for where there is no ticket that it can be added to. */
export function inNewTicket(followUp: FollowUp, former: Ticket | undefined): FollowUp {
  const { reference, mark, subject, text } = followUp;
  const where = former?.url ?? former?.id;
  const why =
    where === undefined
      ? `This goes on with ${reference}, of which this desk has no ticket.`
      : `This goes on with ${reference}. Its ticket here takes nothing more, or is no ticket of this desk: ${where}`;
  return { ...followUp, reference: mark, subject: subject.replace(reference, mark), text: `${why}\n\n${text}` };
}

function said(act: CustomerAct, name: string): string[] {
  switch (act.kind) {
    case 'message':
      return [plain(act.text)];
    case 'reopened': {
      const text = plain(act.text ?? '');
      return [`${name} says that it is not mended, and has opened it again.`, ...(text === '' ? [] : ['', text])];
    }
    case 'mended':
      return [`${name} says that it is mended. Nobody has to answer.`];
  }
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
