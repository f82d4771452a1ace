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

/** What the customer did after the ticket was made: wrote more, opened it again, or said that it is mended. */
export type FollowUp = Delivery & {
  what: 'message' | 'reopened' | 'mended';
  at: Temporal.Instant;
  /** Stands in the text, and in nothing else that we ever hand over: by it a desk is asked whether it has this. */
  mark: string;
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

/** `gone`: this ticket takes nothing more, for it was deleted, merged, closed for good, or is not this desk's. */
export type AddOutcome = DeliveryOutcome | { kind: 'gone'; reason: string };

/** `at` is the first answer that counts. `unknown`: the desk did not tell. */
export type Answered = { kind: 'answered'; at: Temporal.Instant } | { kind: 'not-yet' } | { kind: 'unknown' };

/** Where agents work on escalations. One module per kind of desk; the registry is help-desks.ts. */
export type HelpDesk = {
  kind: DeskKind;
  title: string;
  deliver(delivery: Delivery, attempt: Attempt): Promise<DeliveryOutcome>;
  /** Looks for a ticket that an earlier try may have made. Absent: this desk has no way to tell. */
  find?(delivery: Delivery, attempt: Attempt): Promise<Found>;
  /** Adds to a ticket that was made before. Absent: every follow-up becomes a ticket of its own. */
  add?(followUp: FollowUp, ticket: Ticket, attempt: Attempt): Promise<AddOutcome>;
  /** Looks whether an earlier try added it to this ticket. Absent: this desk has no way to tell. */
  findIn?(followUp: FollowUp, ticket: Ticket, attempt: Attempt): Promise<Found>;
  /** Asks whether a person has answered the customer since `since`. Absent: this desk cannot tell. */
  answered?(ticket: Ticket, asked: { since: Temporal.Instant; now: Temporal.Instant }): Promise<Answered>;
  /** How long a new ticket may take to be found. */
  indexLagMs?: number;
};
