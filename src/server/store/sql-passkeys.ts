import type { Kysely, Selectable } from 'kysely';
import { Member } from '../../schema/member.ts';
import type { Passkey, Passkeys } from '../sign-in/passkeys.ts';
import type { MemberTables } from './member-tables.ts';
import { toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** The part of the store that keeps passkeys. */
export function sqlPasskeys(tables: Kysely<Tables>): Passkeys {
  const db = tables.$extendTables<MemberTables>();
  return {
    addPasskey: async ({ id, memberId, credentialId, publicKey, counter, transports, name, addedAt }) => {
      const added = await db
        .insertInto('member_passkeys')
        .columns(['id', 'member_id', 'credential_id', 'public_key', 'counter', 'transports', 'name', 'added_at'])
        // Out of the row of the member, so that nothing is added where that is gone.
        .expression(({ selectFrom, val }) =>
          selectFrom('members')
            .where('members.id', '=', memberId)
            .select([
              val(id).as('id'),
              'members.id as member_id',
              val(credentialId).as('credential_id'),
              val(Buffer.from(publicKey).toString('base64url')).as('public_key'),
              val(counter).as('counter'),
              val(JSON.stringify(transports)).as('transports'),
              val(name).as('name'),
              val(toText(addedAt)).as('added_at'),
            ]),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },

    passkeysOf: async (memberId) => {
      const rows = await db
        .selectFrom('member_passkeys')
        .selectAll()
        .where('member_id', '=', memberId)
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      return rows.map(passkeyIn);
    },

    passkeyByCredential: async (credentialId) => {
      const row = await db
        .selectFrom('member_passkeys')
        .selectAll()
        .where('credential_id', '=', credentialId)
        .executeTakeFirst();
      if (!row) return undefined;
      const member = await db.selectFrom('members').selectAll().where('id', '=', row.member_id).executeTakeFirst();
      return member && { passkey: passkeyIn(row), member: Member.parse(member) };
    },

    notePasskeyUsed: async (id, counter, now) => {
      const { numUpdatedRows } = await db
        .updateTable('member_passkeys')
        .set({ counter, used_at: toText(now) })
        .where('id', '=', id)
        // Many devices do not count, and always say 0.
        .where((where) => where.or([where('counter', '<', counter), where('counter', '=', 0)]))
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    removePasskeys: async (memberId, only) => {
      const { numDeletedRows } = await db
        .deleteFrom('member_passkeys')
        .where('member_id', '=', memberId)
        .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function passkeyIn(row: Selectable<MemberTables['member_passkeys']>): Passkey {
  return {
    id: row.id,
    memberId: row.member_id,
    credentialId: row.credential_id,
    publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
    counter: Number(row.counter),
    transports: JSON.parse(row.transports) as string[],
    name: row.name,
    addedAt: Temporal.Instant.from(row.added_at),
    ...(row.used_at !== null && { usedAt: Temporal.Instant.from(row.used_at) }),
  };
}
