import { DatabaseSync } from 'node:sqlite';
import { DATABASE } from './playwright.config.ts';

/** A writer on a busy machine waits for its turn, as the server does. */
const WAITS_MS = 30_000;

/** The store of the server under test, as it is on disk; whoever opens it closes it. */
export function siteDatabase({ readOnly = false } = {}): DatabaseSync {
  return new DatabaseSync(DATABASE, { readOnly, timeout: WAITS_MS });
}
