import { sql, type Kysely } from 'kysely';
import { calledKey, toldKey, type Joins } from '../incidents/joins.ts';
import { isKeepable } from './is-keepable.ts';
import { fromEscalationRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** The part of the store that holds who joined which incident. */
export function sqlJoins(db: Kysely<Tables>): Joins {
  return {
    joinsOf: async (slug, { afterId = '', most }) => {
      if (!isKeepable(slug + afterId)) return [];
      const rows = await joins(db, slug).selectAll().where('id', '>', afterId).orderBy('id').limit(most).execute();
      if (rows.length === 0) return [];
      const keys = rows.flatMap(({ id }) => [toldKey(slug, id), calledKey(slug, id)]);
      const events = await db
        .selectFrom('events')
        .select(['idempotency_key', 'at', 'author'])
        .where('idempotency_key', 'in', keys)
        .execute();
      const byKey = new Map(events.map((event) => [event.idempotency_key, event]));
      return rows.map((row) => {
        const [told, called] = [byKey.get(toldKey(slug, row.id)), byKey.get(calledKey(slug, row.id))];
        return {
          escalation: fromEscalationRow(row),
          ...(told && { toldAt: Temporal.Instant.from(told.at) }),
          ...(called && { calledAt: Temporal.Instant.from(called.at) }),
          ...(typeof called?.author === 'string' && { calledBy: called.author }),
        };
      });
    },

    untoldJoins: async (slug, afterId, most) => {
      const rows = await joins(db, slug)
        .select('id')
        .where('id', '>', afterId)
        .where('quarantined', 'is', null)
        .where(({ not, exists }) => not(exists(told(db))))
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },

    joinCounts: async () => {
      const rows = await db
        .selectFrom('escalations')
        .select(['article', (count) => count.fn.countAll().as('joined')])
        .select(({ exists }) => sql<number>`sum(case when ${exists(told(db))} then 0 else 1 end)`.as('untold'))
        .where('joins', 'is not', null)
        .groupBy('article')
        .orderBy('article')
        .execute();
      return rows.map(({ article, joined, untold }) => ({
        slug: article ?? '',
        joined: Number(joined),
        untold: Number(untold),
      }));
    },
  };
}

function joins(db: Kysely<Tables>, slug: string) {
  return db.selectFrom('escalations').where('article', '=', slug).where('joins', 'is not', null);
}

/** The event by which the escalation of the row was told; its key is built as `toldKey` builds it. */
function told(db: Kysely<Tables>) {
  return db
    .selectFrom('events')
    .select('events.id')
    .where(
      'events.idempotency_key',
      '=',
      sql<string>`'incident-mended ' || ${sql.ref('escalations.article')} || ' ' || ${sql.ref('escalations.id')}`,
    );
}
