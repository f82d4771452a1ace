import type { Channel } from '../../schema/site.ts';
import type { StoredEscalation } from '../stored-escalation.ts';

/** Parts of the inbox. `apart`: in quarantine; `follow-up`: somebody wants to look at it again by today. */
export const INBOX_VIEWS = ['waiting', 'answered', 'resolved', 'mended', 'apart', 'follow-up'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export type InboxFilter = {
  /** Absent: everything, such as for a search. */
  view?: InboxView;
  channel?: Channel;
  /** Slugs, such as those of one product. */
  articles?: readonly string[];
  version?: string;
  audience?: string;
  /** Who has it; null: nobody has. */
  claimedBy?: string | null;
  /** Part of a reference, a name, an address or the message, in either case. */
  text?: string;
  /** Today where the team is, ISO 8601. */
  today: string;
};

/** One line of the inbox: the beginning of the message, not all of it. */
export type InboxRow = Pick<
  StoredEscalation,
  'id' | 'reference' | 'state' | 'openedAt' | 'promisedBy' | 'quarantined' | 'claimedBy' | 'followUpOn'
> & {
  channel: Channel;
  name: string;
  article?: string;
  version?: string;
  audience?: string;
  beginning: string;
};

/** Rows behind `from`, as the page before gave it in `next`. */
export type InboxPage = { rows: InboxRow[]; next?: string };

export type InboxCounts = {
  overdue: number;
  dueSoon: number;
  waiting: number;
  answered: number;
  resolved: number;
  apart: number;
  followUps: number;
};

/** Escalations as the team sees them. Part of the store. */
export type InboxStore = {
  /** What waits, the most urgent promise first; everything else, what was touched last first. */
  inbox(filter: InboxFilter, page: { from?: string; most: number }): Promise<InboxPage>;
  /** `soon`: until when a promise is due soon. */
  inboxCounts(now: Temporal.Instant, soon: Temporal.Instant, today: string): Promise<InboxCounts>;
  /** Changes whenever anything happened with any escalation. */
  latestChange(): Promise<string>;
};
