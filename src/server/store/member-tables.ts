import type { ColumnType } from 'kysely';

/** An instant as better-auth keeps it: text in SQLite, a Date in PostgreSQL. */
export type Kept = string | Date;

/** What better-auth keeps, under the names that it is told in src/server/sign-in/better-auth.ts; and failed tries. */
export type MemberTables = {
  members: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean | number;
    image: string | null;
    createdAt: Kept;
    updatedAt: Kept;
    role: string;
  };
  member_sessions: {
    id: string;
    expiresAt: Kept;
    token: string;
    createdAt: Kept;
    updatedAt: Kept;
    ipAddress: string | null;
    userAgent: string | null;
    userId: string;
  };
  member_accounts: { id: string; accountId: string; providerId: string; userId: string; password: string | null };
  member_tokens: { id: string; identifier: string; value: string; expiresAt: Kept };
  member_passkeys: {
    id: string;
    member_id: string;
    credential_id: string;
    public_key: string;
    /** PostgreSQL gives it as text. */
    counter: ColumnType<number | string, number, number>;
    transports: string;
    name: string;
    added_at: string;
    used_at: string | null;
  };
  sign_in_tries: {
    key: string;
    /** Absent where the try was counted for a place, whomever it was meant for. */
    account: string | null;
    failures: number;
    tried_at: string;
    /** Before this nothing is tried again. */
    free_at: string;
  };
};
