import type { Member, Role } from '../../schema/member.ts';

/** One browser in which somebody is signed in. */
export type Session = {
  id: string;
  begunAt: Temporal.Instant;
  usedAt: Temporal.Instant;
  browser?: string;
};

export type ListedMember = Member & {
  hasPassword: boolean;
  hasSingleSignOn: boolean;
  /** How many browsers they are signed in from. */
  sessions: number;
};

/** Who may sign in, and where they are signed in. Part of the store. */
export type Members = {
  /** False where somebody has this address already. */
  addMember(member: Member, now: Temporal.Instant): Promise<boolean>;
  memberByEmail(email: string): Promise<Member | undefined>;
  /** By their addresses. */
  listMembers(now: Temporal.Instant): Promise<ListedMember[]>;
  /** Gives another role, and ends their sessions: what is open in a browser was opened for the former one. */
  setRole(id: string, role: Role, now: Temporal.Instant): Promise<void>;
  /** With their sessions, passwords and links. */
  removeMember(id: string): Promise<void>;
  /** Those that are not over, the latest used first. */
  sessionsOf(memberId: string, now: Temporal.Instant): Promise<Session[]>;
  /** Ends those that `which` names; without it all of them. Says how many there were. */
  endSessions(memberId: string, which?: { only: string } | { butNot: string }): Promise<number>;
  /** Whether this session goes on; for what stays open for long, such as a stream. */
  isLive(sessionId: string, now: Temporal.Instant): Promise<boolean>;
  /** Takes back every link for setting a password that this member was given. */
  endLinks(memberId: string): Promise<void>;
};
