import type { Delivery, DeliveryFields } from '../help-desks/help-desk.ts';
import type { StoredEscalation } from './stored-escalation.ts';
import { timeInWords } from './time-in-words.ts';
import { whatWasTried } from './what-was-tried.ts';

const SUBJECT_LENGTH = 100;

/**
 * An escalation as a help desk is given it: in words for whoever answers, and in fields. It follows from what was
 * accepted and from nothing else, so each try says the same.
 */
export function deliveryOf(id: string, stored: StoredEscalation, timeZone: string): Delivery {
  const { reference, escalation } = stored;
  const { name, email, phone } = escalation;
  return {
    id,
    reference,
    subject: `[${reference}] ${subjectOf(escalation.message)}`,
    text: textOf(stored, timeZone),
    requester: { name, ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) },
    fields: fieldsOf(stored),
  };
}

/** The first line of the message that says anything, cut where it is long. */
function subjectOf(message: string): string {
  const lines = message.split(/[\r\n]+/).map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  const [first = ''] = lines.filter((line) => line !== '');
  const characters = [...first];
  return characters.length > SUBJECT_LENGTH ? `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…` : first;
}

function textOf({ reference, promisedBy, escalation }: StoredEscalation, timeZone: string): string {
  const tried = whatWasTried(escalation);
  const { channel, name, email, phone, goodTime } = escalation;
  const also = channel === 'email' ? phone && `Phone: ${phone}.` : email && `E-mail: ${email}.`;
  return [
    escalation.message.replaceAll('\r\n', '\n').trim(),
    '',
    '--',
    channel === 'email' ? `Write to ${name}, ${email}.` : `Call ${name}, ${phone}.`,
    ...(also ? [also] : []),
    ...(goodTime === undefined ? [] : [`Good time: ${goodTime}.`]),
    `We promised an answer by ${timeInWords(promisedBy, timeZone)} (${timeZone}).`,
    `Their reference: ${reference}.`,
    ...(tried.length === 0 ? [] : ['', 'What they did before:', ...tried.map((sentence) => `- ${sentence}`)]),
    '',
  ].join('\n');
}

function fieldsOf({ reference, promisedBy, escalation }: StoredEscalation): DeliveryFields {
  const { channel, article, version, audience, phone } = escalation;
  return {
    reference,
    channel,
    promisedBy: promisedBy.toString(),
    ...(article !== undefined && { article }),
    ...(version !== undefined && { version }),
    ...(audience !== undefined && { audience }),
    ...(phone !== undefined && { phone }),
  };
}
