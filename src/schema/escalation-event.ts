import { z } from 'zod';
import { MAX_TEXT_LENGTH, saysSomething } from './ask-rules.ts';
import { line, text } from './typed-text.ts';

/** How a request ended, as the writers are told of it. */
export const OUTCOMES = [
  'article-solved',
  'article-missing',
  'article-wrong',
  'article-unclear',
  'product-fault',
  'other',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a person answered. `elsewhere`: in a help desk, from which nobody tells us what was said. */
export const ANSWERED_BY = ['email', 'phone', 'elsewhere'] as const;

const words = wordsOr('There is nothing in it yet.', 'Write what you want to say in a sentence or two.');
const reasonForMoving = wordsOr('Why the time moves is not said yet.', 'Say it in a sentence; the customer reads it.');
const reason = wordsOr('Why it happened is not said yet.', 'Say it in a sentence or two; the customer reads it.');

/** What a customer does with a request that was taken. */
const byCustomer = [
  z.object({ kind: z.literal('message'), text: words.meta({ label: 'Your message' }).describe('What was added.') }),
  z.object({ kind: z.literal('mended') }),
  z.object({
    kind: z.literal('reopened'),
    text: text(MAX_TEXT_LENGTH).optional().meta({ label: 'Your message' }).describe('What is still not right.'),
  }),
] as const;

/** What the people do who answer it. */
const byTeam = [
  z.object({
    kind: z.literal('answer'),
    by: z.enum(ANSWERED_BY).describe('How the answer reached the customer.'),
    text: text(MAX_TEXT_LENGTH).describe('What was said; empty where it was said elsewhere.'),
  }),
  z.object({ kind: z.literal('note'), text: words.describe('For the team alone.') }),
  z.object({
    kind: z.literal('resolved'),
    outcome: z.enum(OUTCOMES).describe('What the answer turned out to be about.'),
    article: line(200).optional().describe('Slug of the article that solved it, or that should have.'),
    heading: line(200).optional().describe('Where in the article: the heading above the place.'),
    why: reason.describe('Why it happened, for the customer.'),
    incident: line(200).optional().describe('Slug of the incident that ended, and this with it.'),
    done: text(MAX_TEXT_LENGTH).optional().describe('What was done to make it right, for the customer.'),
  }),
  z.object({
    kind: z.literal('promise-moved'),
    until: z.string().describe('The new time by which a person answers, ISO 8601 in UTC.'),
    from: z.string().optional().describe('The time before it; absent where nobody noted it. Written by the server.'),
    text: reasonForMoving.describe('Why, for the customer.'),
  }),
  z.object({ kind: z.literal('claimed') }),
  z.object({ kind: z.literal('handed-over'), to: line(254).optional().describe('Who has it now; absent: nobody.') }),
  z.object({ kind: z.literal('follow-up-set'), on: z.iso.date().optional().describe('Day to look at it again.') }),
  z.object({ kind: z.literal('released') }),
] as const;

export const CustomerAct = z.discriminatedUnion('kind', byCustomer);
export type CustomerAct = z.infer<typeof CustomerAct>;
export const TeamAct = z.discriminatedUnion('kind', byTeam);
export type TeamAct = z.infer<typeof TeamAct>;

/** Something that happened with an escalation after it was taken in. */
export const EscalationAct = z.discriminatedUnion('kind', [...byCustomer, ...byTeam]);
export type EscalationAct = z.infer<typeof EscalationAct>;
export type Answer = Extract<EscalationAct, { kind: 'answer' }>;

const CUSTOMER_KINDS: ReadonlySet<string> = new Set(byCustomer.map(({ shape }) => shape.kind.value));

export function isByCustomer(act: EscalationAct): act is CustomerAct {
  return CUSTOMER_KINDS.has(act.kind);
}

/** Whether a promise was moved to an earlier time; not so where nobody noted which one it was before. */
export function isSooner({ until, from }: Extract<EscalationAct, { kind: 'promise-moved' }>): boolean {
  return from !== undefined && Temporal.Instant.compare(until, from) < 0;
}

/** Text that has to say something. */
function wordsOr(problem: string, fix: string) {
  return text(MAX_TEXT_LENGTH).refine(saysSomething, { error: fix, params: { problem } });
}
