import type { StoredEscalation } from '../stored-escalation.ts';

/** Somebody who said that an incident concerns them too, and how far we are with them. */
export type Join = {
  escalation: StoredEscalation;
  /** When they were told why it happened and what was changed. */
  toldAt?: Temporal.Instant;
  /** When somebody of the team called to check that it works again, and who. */
  calledAt?: Temporal.Instant;
  calledBy?: string;
};

export type JoinCount = { slug: string; joined: number; untold: number };

/** Who joined which incident. Part of the store. */
export type Joins = {
  /** Everybody who joined the incident, in the order of coming, from after `afterId` on. */
  joinsOf(slug: string, page: { afterId?: string; most: number }): Promise<Join[]>;
  /** Ids of those who were not told yet that it is mended, without those in quarantine. */
  untoldJoins(slug: string, afterId: string, most: number): Promise<string[]>;
  /** For every incident that anybody joined. */
  joinCounts(): Promise<JoinCount[]>;
};

/** Whoever was told, has not said that it is mended, and was not called yet. */
export function hasToBeCalled({ escalation: { state }, toldAt, calledAt }: Join): boolean {
  return toldAt !== undefined && calledAt === undefined && state !== 'mended';
}

/** Names that somebody was told, once and for ever, by whichever server comes first. */
export function toldKey(slug: string, escalationId: string): string {
  return `incident-mended ${slug} ${escalationId}`;
}

/** Names that somebody was called. */
export function calledKey(slug: string, escalationId: string): string {
  return `incident-called ${slug} ${escalationId}`;
}
