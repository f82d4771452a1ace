import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Who may sign in to the desk, and how. The columns have the names and types that better-auth gives them, so that its
 * manual holds; all but the role, and the tries, which are ours.
 */
export const members: Migration = {
  async up(db: Kysely<unknown>) {
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    // It hands over dates and truth values in the type that the database has, or else as text and number.
    const [instant, truth] = isPostgres ? [sql`timestamptz`, sql`boolean`] : [sql`text`, sql`integer`];
    await db.schema
      .createTable('members')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('emailVerified', truth, (column) => column.notNull())
      .addColumn('image', 'text')
      .addColumn('createdAt', instant, (column) => column.notNull())
      .addColumn('updatedAt', instant, (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('member_sessions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('expiresAt', instant, (column) => column.notNull())
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('createdAt', instant, (column) => column.notNull())
      .addColumn('updatedAt', instant, (column) => column.notNull())
      .addColumn('ipAddress', 'text')
      .addColumn('userAgent', 'text')
      .addColumn('userId', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .execute();
    await db.schema.createIndex('member_sessions_by_member').on('member_sessions').column('userId').execute();
    await db.schema
      .createTable('member_accounts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('accountId', 'text', (column) => column.notNull())
      .addColumn('providerId', 'text', (column) => column.notNull())
      .addColumn('userId', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('accessToken', 'text')
      .addColumn('refreshToken', 'text')
      .addColumn('idToken', 'text')
      .addColumn('accessTokenExpiresAt', instant)
      .addColumn('refreshTokenExpiresAt', instant)
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .addColumn('createdAt', instant, (column) => column.notNull())
      .addColumn('updatedAt', instant, (column) => column.notNull())
      .addUniqueConstraint('member_accounts_once', ['providerId', 'accountId'])
      .execute();
    await db.schema.createIndex('member_accounts_by_member').on('member_accounts').column('userId').execute();
    await db.schema
      .createTable('member_tokens')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('identifier', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('expiresAt', instant, (column) => column.notNull())
      .addColumn('createdAt', instant, (column) => column.notNull())
      .addColumn('updatedAt', instant, (column) => column.notNull())
      .execute();
    await db.schema.createIndex('member_tokens_by_identifier').on('member_tokens').column('identifier').execute();
    // Tries to sign in that failed: of whom, and from where, is known by a keyed hash alone.
    await db.schema
      .createTable('sign_in_tries')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('account', 'text')
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('tried_at', 'text', (column) => column.notNull())
      .addColumn('free_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sign_in_tries_by_account').on('sign_in_tries').column('account').execute();
    await db.schema.createIndex('sign_in_tries_by_time').on('sign_in_tries').column('tried_at').execute();
  },
};
