import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextOf } from './read-text.ts';
import type { SearchRecord } from './search-records.ts';

/**
 * Hands the records on, and writes the text of each into `folder` under its content hash as it passes: a large site is
 * read once for both, and no record is kept.
 */
export function* withTextsWritten(records: Iterable<SearchRecord>, folder: string): Generator<SearchRecord> {
  mkdirSync(folder, { recursive: true });
  for (const record of records) {
    writeFileSync(join(folder, `${record.contentHash}.json`), JSON.stringify(readTextOf(record)));
    yield record;
  }
}
