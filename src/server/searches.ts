import type { SearchLog } from '../schema/search-log.ts';
import { newId } from './new-id.ts';
import type { Store } from './store.ts';
import { withoutPersonalDetails } from './without-personal-details.ts';

/** Keeps what was searched for, without what could say who searched. A search of nothing is not kept. */
export async function recordSearch(store: Store, search: SearchLog, now: Temporal.Instant): Promise<void> {
  const query = withoutPersonalDetails(search.query);
  if (query === '') return;
  const { after: before, ...sent } = search;
  const after = withoutPersonalDetails(before ?? '');
  const isAnother = after !== '' && after !== query;
  await store.addSearch({
    id: newId(),
    searchedAt: now,
    search: { ...sent, query, ...(isAnother && { after }) },
  });
}
