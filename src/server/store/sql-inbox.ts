import { PostgresAdapter, sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { Channel } from '../../schema/site.ts';
import type { InboxFilter, InboxRow, InboxStore } from '../desk/inbox.ts';
import { fromEscalationRow, toText } from './rows.ts';
import type { Tables } from './tables.ts';

const BEGINNING_LENGTH = 200;
/** As src/server/reference.ts makes it. Without a digit it may be a word as well, such as self-help. */
const REFERENCE = /^(?=.*\d)[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/i;

/** The part of the store that holds escalations as the team sees them. */
export function sqlInbox(db: Kysely<Tables>): InboxStore {
  const isLike = db.getExecutor().adapter instanceof PostgresAdapter ? 'ilike' : 'like';
  return {
    inbox: async (filter, { from, most }) => {
      const isByPromise = filter.view === 'waiting';
      const order = isByPromise ? 'promised_by' : 'touched_at';
      const cursor = from === undefined ? undefined : cursorIn(from);
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .select(sql<string>`substr(message, 1, ${sql.lit(BEGINNING_LENGTH)})`.as('beginning'))
        .where((where) => where.and(conditions(where, filter, isLike)))
        .$if(cursor !== undefined, (query) =>
          query.where(({ refTuple, tuple, eb }) =>
            eb(refTuple(order, 'id'), isByPromise ? '>' : '<', tuple(cursor?.at ?? '', cursor?.id ?? '')),
          ),
        )
        .orderBy(order, isByPromise ? 'asc' : 'desc')
        .orderBy('id', isByPromise ? 'asc' : 'desc')
        .limit(most + 1)
        .execute();
      const shown = rows.slice(0, most);
      const last = shown.at(-1);
      const next = rows.length > most && last ? `${last[order] ?? ''} ${last.id}` : undefined;
      return { rows: shown.map(rowOf), ...(next !== undefined && { next }) };
    },

    inboxCounts: async (now, soon, today) => {
      const counted = async (where: (query: Where) => Condition[]) => {
        const { count } = await db
          .selectFrom('escalations')
          .select((all) => all.fn.countAll().as('count'))
          .where((query) => query.and(where(query)))
          .executeTakeFirstOrThrow();
        return Number(count);
      };
      const waiting = (query: Where) => inView(query, 'waiting', today);
      const due = (until: Temporal.Instant) =>
        counted((query) => [...waiting(query), query('promised_by', '<', toText(until))]);
      // Few are apart, and have an index of their own: looking at each of the others would take longer.
      const notApart = async (state: 'answered' | 'resolved') =>
        (await counted((query) => [query('state', '=', state)])) -
        (await counted((query) => [query('state', '=', state), query('quarantined', 'is not', null)]));
      const [overdue, overdueOrSoon, all, answered, resolved, apart, followUps] = await Promise.all([
        due(now),
        due(soon),
        counted(waiting),
        notApart('answered'),
        notApart('resolved'),
        counted((query) => [query('quarantined', 'is not', null)]),
        counted((query) => [query('follow_up_on', '<=', today)]),
      ]);
      return { overdue, dueSoon: overdueOrSoon - overdue, waiting: all, answered, resolved, apart, followUps };
    },

    latestChange: async () => {
      const latest = await db
        .selectFrom('escalations')
        .select(['touched_at', 'revision'])
        .orderBy('touched_at', 'desc')
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst();
      return `${latest?.touched_at ?? ''} ${latest?.revision ?? 0}`;
    },
  };
}

type Where = ExpressionBuilder<Tables, 'escalations'>;
type Condition = ReturnType<Where>;

function conditions(where: Where, filter: InboxFilter, isLike: 'like' | 'ilike'): Condition[] {
  const { view, channel, articles, version, audience, claimedBy, text } = filter;
  return [
    ...inView(where, view, filter.today),
    ...(channel === undefined ? [] : [where('channel', '=', channel)]),
    ...(articles === undefined ? [] : [where('article', 'in', articles.length === 0 ? [''] : [...articles])]),
    ...(version === undefined ? [] : [where('version', '=', version)]),
    ...(audience === undefined ? [] : [where('audience', '=', audience)]),
    ...(claimedBy === undefined
      ? []
      : [claimedBy === null ? where('claimed_by', 'is', null) : where('claimed_by', '=', claimedBy)]),
    ...(text === undefined ? [] : [textIs(where, text, isLike)]),
  ];
}

function inView(where: Where, view: InboxFilter['view'], today: string): Condition[] {
  switch (view) {
    case undefined:
      return [];
    case 'apart':
      return [where('quarantined', 'is not', null)];
    case 'follow-up':
      return [where('follow_up_on', '<=', today)];
    case 'waiting':
    case 'answered':
    case 'resolved':
    case 'mended':
      // As a literal, or SQLite would not see that its index of those that wait has all of these rows.
      return [where('state', '=', sql.lit(view)), where('quarantined', 'is', null)];
  }
}

function textIs(where: Where, text: string, isLike: 'like' | 'ilike'): Condition {
  if (REFERENCE.test(text)) return where('reference', '=', text.toUpperCase());
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const all = ['reference', 'name', 'email', 'phone', 'message'].map((column) => sql`coalesce(${sql.ref(column)}, '')`);
  // As one text: each comparison that ignores case costs a database more than putting them together.
  return sql<boolean>`${sql.join(all, sql` || ' ' || `)} ${sql.raw(isLike)} ${pattern} escape '\\'` as never;
}

function cursorIn(from: string): { at: string; id: string } {
  const [at = '', id = ''] = from.split(' ');
  return { at, id };
}

function rowOf({ beginning, ...row }: Parameters<typeof fromEscalationRow>[0] & { beginning: string }): InboxRow {
  const { escalation, ...stored } = fromEscalationRow(row);
  return {
    id: stored.id,
    reference: stored.reference,
    state: stored.state,
    openedAt: stored.openedAt,
    promisedBy: stored.promisedBy,
    ...(stored.quarantined && { quarantined: stored.quarantined }),
    ...(stored.claimedBy !== undefined && { claimedBy: stored.claimedBy }),
    ...(stored.followUpOn !== undefined && { followUpOn: stored.followUpOn }),
    channel: escalation.channel as Channel,
    name: escalation.name,
    ...(escalation.article !== undefined && { article: escalation.article }),
    ...(escalation.version !== undefined && { version: escalation.version }),
    ...(escalation.audience !== undefined && { audience: escalation.audience }),
    beginning,
  };
}
