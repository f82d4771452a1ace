// Loaded into a server before all else: kills it at the commit of the first escalation, either right before it or
// right after, when the disk has it and nobody was told.
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';

const window = process.env['DIE_AT_COMMIT'];
let isArmed = false;

const dieIf = (now: 'before' | 'after') => {
  if (isArmed && window === now) process.kill(process.pid, 'SIGKILL');
};

const prepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function (sql) {
  isArmed ||= sql.startsWith('insert into "escalations"');
  return prepare.call(this, sql);
};
const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function (sql) {
  if (sql !== 'commit') return exec.call(this, sql);
  dieIf('before');
  exec.call(this, sql);
  dieIf('after');
};

/** On PostgreSQL one statement is the whole transaction, so its commit is where it ends. */
const ADDS_ESCALATION = /^with "added" as \(insert into "escalations"/;

const query = Client.prototype.query as (this: Client, text: string, values: unknown[]) => Promise<unknown>;
Client.prototype.query = async function (this: Client, text: string, values: unknown[]) {
  if (!ADDS_ESCALATION.test(text)) return query.call(this, text, values);
  isArmed = true;
  dieIf('before');
  const answer = await query.call(this, text, values);
  dieIf('after');
  return answer;
} as typeof Client.prototype.query;
