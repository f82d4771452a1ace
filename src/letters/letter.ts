import type { EscalationAct } from '../schema/escalation-event.ts';
import type { Site } from '../schema/site.ts';
import type { StoredEscalation } from '../server/stored-escalation.ts';

export const LETTER_KINDS = ['taken', 'answer', 'resolved', 'promise-moved'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** A letter to a customer, in plain text. */
export type Letter = { kind: LetterKind; subject: string; text: string };

/** Who writes, and where the customer goes from the letter. */
export type Letterhead = {
  site: Pick<Site, 'name' | 'title' | 'contact' | 'support'>;
  /** Address of the pages, without a slash at its end. */
  siteUrl: string;
  /** The private status page, with the code that says that its reader reads this mail. */
  statusUrl: string;
  /** Whether mail that comes back is read by Handrail. */
  takesMail: boolean;
  now: Temporal.Instant;
};

export type Act<Kind extends EscalationAct['kind']> = Extract<EscalationAct, { kind: Kind }>;
export type About = Pick<StoredEscalation, 'reference' | 'promisedBy' | 'escalation' | 'state'>;
