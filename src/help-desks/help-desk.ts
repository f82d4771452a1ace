import type { DeskKind } from '../schema/help-desk-variables.ts';

/** A request for a person as it is handed to a help desk: the same, letter by letter, on each try. */
export type Delivery = {
  /** Names this delivery to this desk for ever; letters, digits and hyphens. */
  id: string;
  /** What the reader was told, such as 7K3F-9Q2M. Each desk shows it where agents see it. */
  reference: string;
  subject: string;
  /** The message, how to answer, and what was tried, as plain text. */
  text: string;
  requester: { name: string; email?: string; phone?: string };
  /** The same in parts, for desks that sort and count by them. */
  fields: DeliveryFields;
};

export type FieldName = 'reference' | 'channel' | 'promisedBy' | 'article' | 'version' | 'audience' | 'phone';
export type DeliveryFields = Partial<Record<FieldName, string>>;

export type Ticket = { id: string; url?: string };

/** What a desk of several steps has done already. Kept between tries, so that no step is done twice. */
export type Progress = Readonly<Record<string, string>>;

export type Attempt = {
  now: Temporal.Instant;
  progress: Progress;
  /** An earlier try may have reached this desk, and it has no way to tell: whoever reads it should be told. */
  mayBeThere: boolean;
};

/** `code` is short and holds nothing that anybody wrote, for the log; `reason` is for the team. */
export type Failure = { reason: string; code: string };

export type Retry = Failure & {
  kind: 'retry';
  /** Whether the desk may have taken it all the same: a timeout leaves that unknown. */
  mayBeThere: boolean;
  /** How long the desk asks us to wait. */
  afterMs?: number;
  progress?: Progress;
};

/** `rejected`: the desk will not take it as it is, however often it is tried, so a person has to see to it. */
export type DeliveryOutcome = { kind: 'delivered'; ticket: Ticket } | Retry | (Failure & { kind: 'rejected' });

export type Found = { kind: 'found'; ticket: Ticket } | { kind: 'not-there' } | Retry;

/** Where agents work on escalations. One module per kind of desk; the registry is help-desks.ts. */
export type HelpDesk = {
  kind: DeskKind;
  title: string;
  deliver(delivery: Delivery, attempt: Attempt): Promise<DeliveryOutcome>;
  /** Looks for a ticket that an earlier try may have made. Absent: this desk has no way to tell. */
  find?(delivery: Delivery, attempt: Attempt): Promise<Found>;
  /** How long a new ticket may take to be found. */
  indexLagMs?: number;
};
