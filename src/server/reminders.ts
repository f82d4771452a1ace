import type { StoredEscalation } from './stored-escalation.ts';

/**
 * Why the team is told of a promise: it is due soon, or it is over and nobody has answered, or the request is set apart
 * and nobody has looked whether it is genuine.
 */
export type Alarm = 'due-soon' | 'missed' | 'apart';

/** Who was told of promises that are still open. Part of the store. */
export type Reminders = {
  /** Escalations that owe an answer by `promisedBefore`, nobody was reminded of, and that are not in quarantine. */
  dueSoon(promisedBefore: Temporal.Instant, most: number): Promise<StoredEscalation[]>;
  /** The same of those that are in quarantine, also where the promise is over. */
  apartDueSoon(promisedBefore: Temporal.Instant, most: number): Promise<StoredEscalation[]>;
  /** Escalations whose promise is over at `now`, without an answer, of which nobody was told; none in quarantine. */
  missed(now: Temporal.Instant, most: number): Promise<StoredEscalation[]>;
  /**
   * Takes the reminder of an escalation, so that no other server sends it too; where it is not noted by `until`, it was
   * not sent, and is anybody's again. False where another one has it or has sent it, or where the promise is not the
   * same any more.
   */
  takeReminder(
    alarm: Alarm,
    escalation: StoredEscalation,
    now: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<boolean>;
  /** Notes that the team was told of the promise that `escalation` has. */
  noteReminded(alarm: Alarm, escalation: StoredEscalation, now: Temporal.Instant): Promise<void>;
};
