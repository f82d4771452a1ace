import { z } from 'zod';
import { isMailAddress, isPhoneNumber, MAX_LENGTHS, saysSomething } from './ask-rules.ts';
import { Packet } from './packet.ts';
import { clipped, line, text } from './typed-text.ts';

export const CHANNELS = ['email', 'call-back'] as const;

/**
 * How it stands. `waiting`: a person owes an answer; `answered`: the customer has one; `resolved`: we believe that it is
 * mended, and ask; `mended`: the customer said so; `joined`: nobody is owed an answer; they hear how an incident ends.
 */
export const ESCALATION_STATES = ['waiting', 'answered', 'resolved', 'mended', 'joined'] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];

/**
 * Body of `POST /api/escalations`: a reader asks for a person. The article may be one that we do not know (any more):
 * a question is never turned away for where it came from.
 */
export const Escalation = z
  .object({
    article: clipped(200).optional().describe('Slug of the article that was read.'),
    version: clipped(100).optional().describe('Version of the product that the page was for.'),
    audience: clipped(100).optional().describe('Kind of reader that the page was for.'),
    channel: z.enum(CHANNELS).describe('How a person answers: email or call-back.'),
    name: line(MAX_LENGTHS.name).meta({
      label: 'Your name',
      description: 'Write the name by which we should address you.',
    }),
    email: line(MAX_LENGTHS.email)
      .refine(isMailAddress, {
        error: 'Write one address, such as name@example.com.',
        params: { problem: 'This does not look like an e-mail address.' },
      })
      .optional()
      .meta({ label: 'Your e-mail address', description: 'Needed for an answer by e-mail.' }),
    phone: line(MAX_LENGTHS.phone)
      .refine(isPhoneNumber, {
        error: 'Write the whole number with its area code, such as +44 1632 960150.',
        params: { problem: 'This does not look like a phone number.' },
      })
      .optional()
      .meta({ label: 'Your phone number', description: 'Needed for a call-back.' }),
    goodTime: line(MAX_LENGTHS.goodTime)
      .optional()
      .meta({ label: 'Your good time for a call', description: 'Say when a call suits you, or leave this empty.' }),
    message: text(MAX_LENGTHS.message)
      .refine(saysSomething, {
        error: 'Tell us in a sentence or two what happens and what you need.',
        params: { problem: 'Your message is empty.' },
      })
      .meta({ label: 'Your message', description: 'Tell us in a sentence or two what happens and what you need.' }),
    contentHash: clipped(64).optional().describe('Hash of the text that was read, as the page has it.'),
    joins: z
      .boolean()
      .optional()
      .describe('true: the incident that "article" names concerns the reader too; while it is open nobody is owed.'),
    packet: Packet.prefault({}).describe('What the reader did before, as far as the reader lets us have it.'),
  })
  .refine(({ channel, email }) => channel !== 'email' || email !== undefined, {
    path: ['email'],
    error: 'Write your e-mail address, or choose a call-back.',
    params: { problem: 'We have no address to answer to.' },
    when: isReadable,
  })
  .refine(({ channel, phone }) => channel !== 'call-back' || phone !== undefined, {
    path: ['phone'],
    error: 'Write your phone number, or choose an answer by e-mail.',
    params: { problem: 'We have no number to call.' },
    when: isReadable,
  });
export type Escalation = z.infer<typeof Escalation>;

/** Answer to an escalation that was taken: on disk, and promised. */
export const EscalationAnswer = z.object({
  reference: z.string().describe('What the reader can read out on the phone, such as 7K3F-9Q2M.'),
  statusUrl: z.string().describe('Address of the private status page.'),
  promisedBy: z.string().describe('The instant by which a person answers, ISO 8601 in UTC.'),
  channel: z.enum(CHANNELS).describe('How a person answers.'),
});
export type EscalationAnswer = z.infer<typeof EscalationAnswer>;

/** The same for somebody who joined an incident: nobody is to answer, so there is no promise. */
export const JoinAnswer = EscalationAnswer.omit({ promisedBy: true });
export type JoinAnswer = z.infer<typeof JoinAnswer>;

/** Looked at beside the other fields, so that a reader mends everything in one go. */
function isReadable({ value }: { value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}
