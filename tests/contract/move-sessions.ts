import type { Store } from '../../src/server/store.ts';

/** Has all sessions begin or end at other times. */
export async function moveSessions(
  { database: { db, type } }: Store,
  times: Partial<Record<'createdAt' | 'expiresAt', Temporal.Instant>>,
): Promise<void> {
  const moved = Object.fromEntries(
    Object.entries(times).map(([column, instant]) => {
      const date = new Date(instant.epochMilliseconds);
      return [column, type === 'postgres' ? date : date.toISOString()];
    }),
  );
  const tables = db.$extendTables<{ member_sessions: Record<string, unknown> }>();
  await tables.updateTable('member_sessions').set(moved).execute();
}
