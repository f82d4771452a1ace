import { PostgresAdapter, type Kysely, type Transaction } from 'kysely';
import type { EscalationAct } from '../../schema/escalation-event.ts';
import type { Forgetting } from '../forgetting.ts';
import { CUSTOMER, fromDeliveryRow } from './outbox-rows.ts';
import { fromEscalationRow, fromEventRow, toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** Databases take so many values in one statement, and more. */
const MOST_IDS = 1_000;

/** The part of the store that removes. */
export function sqlForgetting(db: Kysely<Tables>): Forgetting {
  return {
    removeSearches: async (madeBefore, most) => {
      const { numDeletedRows } = await db
        .deleteFrom('searches')
        .where('id', 'in', (old) =>
          old.selectFrom('searches').select('id').where('searched_at', '<', toText(madeBefore)).limit(most),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    removeVotes: async (castBefore, most) => {
      const { numDeletedRows } = await db
        .deleteFrom('votes')
        .where('id', 'in', (old) =>
          old.selectFrom('votes').select('id').where('changed_at', '<', toText(castBefore)).limit(most),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    removeEscalations: (touchedBefore, most) =>
      db.transaction().execute(async (transaction) => {
        const old = transaction
          .selectFrom('escalations')
          .select('id')
          .where(({ fn, ref }) => fn.coalesce(ref('touched_at'), ref('opened_at')), '<', toText(touchedBefore))
          .where((where) =>
            where.or([
              where('state', '!=', 'waiting'),
              where('quarantined', 'is not', null),
              where.not(
                where.exists(
                  where
                    .selectFrom('outbox')
                    .select('outbox.id')
                    .whereRef('outbox.escalation_id', '=', 'escalations.id')
                    .where('outbox.desk', '!=', CUSTOMER)
                    .where('outbox.state', '!=', 'delivered'),
                ),
              ),
            ]),
          )
          .limit(most);
        // The customer may open it again in this very moment; in PostgreSQL only a lock keeps the two apart.
        const isPostgres = transaction.getExecutor().adapter instanceof PostgresAdapter;
        const rows = await (isPostgres ? old.forUpdate().skipLocked() : old).execute();
        await removeEscalationsOf(
          transaction,
          rows.map(({ id }) => id),
        );
        return rows.length;
      }),

    escalationsInFull: async (afterId, most) => {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(Math.min(most, MOST_IDS))
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return [];
      const events = await db.selectFrom('events').selectAll().where('escalation_id', 'in', ids).execute();
      const deliveries = await db.selectFrom('outbox').selectAll().where('escalation_id', 'in', ids).execute();
      const eventsOf = Map.groupBy(events, ({ escalation_id }) => escalation_id);
      const deliveriesOf = Map.groupBy(deliveries, ({ escalation_id }) => escalation_id);
      return rows.map((row) => ({
        ...fromEscalationRow(row),
        added: (eventsOf.get(row.id) ?? []).map(fromEventRow).map(({ act }) => wordsIn(act)),
        deliveries: (deliveriesOf.get(row.id) ?? []).map(fromDeliveryRow),
      }));
    },

    commentsOfVotes: async (afterId, most) => {
      const rows = await db
        .selectFrom('votes')
        .select(['id', 'comment'])
        .where('id', '>', afterId)
        .where('comment', 'is not', null)
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(({ id, comment }) => ({ id, text: comment ?? '' }));
    },

    wordsOfSearches: async (afterId, most) => {
      const rows = await db
        .selectFrom('searches')
        .select(['id', 'query', 'after_query'])
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(({ id, query, after_query }) => ({ id, text: `${query}\n${after_query ?? ''}` }));
    },

    forget: ({ escalations, comments, searches }) =>
      db.transaction().execute(async (transaction) => {
        await removeEscalationsOf(transaction, escalations);
        for (const ids of chunks(comments)) {
          await transaction.updateTable('votes').set({ comment: null }).where('id', 'in', ids).execute();
        }
        for (const ids of chunks(searches)) {
          await transaction.deleteFrom('searches').where('id', 'in', ids).execute();
        }
      }),
  };
}

/** What refers to them goes first; the texts that they had read go with the last who had. */
async function removeEscalationsOf(transaction: Transaction<Tables>, all: readonly string[]): Promise<void> {
  for (const ids of chunks(all)) {
    const read = await transaction
      .selectFrom('escalations')
      .select('content_hash')
      .where('id', 'in', ids)
      .where('content_hash', 'is not', null)
      .execute();
    await transaction.deleteFrom('outbox').where('escalation_id', 'in', ids).execute();
    await transaction.deleteFrom('events').where('escalation_id', 'in', ids).execute();
    await transaction.deleteFrom('escalations').where('id', 'in', ids).execute();
    const hashes = [...new Set(read.flatMap(({ content_hash }) => content_hash ?? []))];
    if (hashes.length > 0) await removeUnreadTexts(transaction, hashes);
  }
}

async function removeUnreadTexts(transaction: Transaction<Tables>, hashes: readonly string[]): Promise<void> {
  await transaction
    .deleteFrom('read_texts')
    .where('hash', 'in', hashes)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('escalations')
            .select('escalations.id')
            .whereRef('escalations.content_hash', '=', 'read_texts.hash'),
        ),
      ),
    )
    .execute();
}

/** Everything in it that somebody wrote. */
function wordsIn(act: EscalationAct): string {
  return Object.values(act).join('\n');
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, at) =>
    ids.slice(at * MOST_IDS, (at + 1) * MOST_IDS),
  );
}
