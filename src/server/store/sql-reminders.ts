import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Alarm, Reminders } from '../reminders.ts';
import type { StoredEscalation } from '../stored-escalation.ts';
import { fromEscalationRow, toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** No reminder is taken for as long as this: a time further ahead was written before the clock was set back. */
const CLOCK_WAS_SET_BACK = { hours: 1 };

/** The part of the store that knows whom the team was reminded of. */
export function sqlReminders(db: Kysely<Tables>): Reminders {
  return {
    dueSoon: (promisedBefore, most) => open(db, 'due-soon', promisedBefore, most),

    apartDueSoon: (promisedBefore, most) => open(db, 'apart', promisedBefore, most),

    missed: (now, most) => open(db, 'missed', now, most),

    takeReminder: async (alarm, escalation, now, until) => {
      const { numUpdatedRows } = await db
        .updateTable('escalations')
        .set({ remind_until: toText(until) })
        .where(isOf(escalation))
        .where('state', '=', 'waiting')
        .where(isUntold(alarm))
        .where((where) =>
          where.or([
            where('remind_until', 'is', null),
            where('remind_until', '<=', toText(now)),
            where('remind_until', '>', toText(now.add(CLOCK_WAS_SET_BACK))),
          ]),
        )
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows) === 1;
    },

    noteReminded: async (alarm, escalation, now) => {
      await db
        .updateTable('escalations')
        // Whoever knows that it is late needs no reminder that it will be.
        .set({
          reminded_at: toText(now),
          remind_until: null,
          ...(alarm === 'missed' && { missed_told_at: toText(now) }),
        })
        .where(isOf(escalation))
        .execute();
    },
  };
}

type Escalations = ExpressionBuilder<Tables, 'escalations'>;

async function open(
  db: Kysely<Tables>,
  alarm: Alarm,
  promisedBefore: Temporal.Instant,
  most: number,
): Promise<StoredEscalation[]> {
  const rows = await db
    .selectFrom('escalations')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('promised_by', '<', toText(promisedBefore))
    .where('quarantined', alarm === 'apart' ? 'is not' : 'is', null)
    .where(isUntold(alarm))
    .orderBy('promised_by')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(fromEscalationRow);
}

/** The promise is part of the name: one that was made meanwhile has a reminder of its own. */
function isOf({ id, promisedBy }: StoredEscalation) {
  return (where: Escalations) => where.and([where('id', '=', id), where('promised_by', '=', toText(promisedBy))]);
}

function isUntold(alarm: Alarm) {
  return (where: Escalations) =>
    alarm === 'missed'
      ? where.or([where('missed_told_at', 'is', null), where('missed_told_at', '<', where.ref('promise_made_at'))])
      : where('reminded_at', 'is', null);
}
