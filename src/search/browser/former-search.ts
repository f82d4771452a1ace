const STORED_AS = 'handrail-former-search';
/** Later on it is another matter. */
const FOLLOWS_WITHIN_MS = 120_000;

type Former = { query: string; after?: string | undefined; opened: boolean; atMs: number };

/**
 * The search that `search` asks again in other words: the one before it in this tab, where that was within two minutes
 * and nothing was opened from its results. The tab remembers `search` for the next time.
 */
export function formerSearch(search: { query: string; chosen?: string }, nowMs: number): string | undefined {
  const former = read();
  const isSame = former !== undefined && goesOn(former.query, search.query);
  const after = isSame ? former.after : asksAgain(former, nowMs) ? former.query : undefined;
  keep({ query: search.query, after, opened: search.chosen !== undefined || (isSame && former.opened), atMs: nowMs });
  return after;
}

/** A question that was typed on, or back, is one search; so is one that was asked again with other filters. */
export function goesOn(former: string, query: string): boolean {
  return query.startsWith(former) || former.startsWith(query);
}

export function forgetFormerSearch(): void {
  try {
    sessionStorage.removeItem(STORED_AS);
  } catch {
    // As below.
  }
}

function asksAgain(former: Former | undefined, nowMs: number): former is Former {
  return former !== undefined && !former.opened && nowMs - former.atMs <= FOLLOWS_WITHIN_MS;
}

function read(): Former | undefined {
  try {
    const former = JSON.parse(sessionStorage.getItem(STORED_AS) ?? '{}') as Partial<Former>;
    const { query, after, opened = false, atMs } = former;
    return typeof query === 'string' && typeof atMs === 'number' ? { query, after, opened, atMs } : undefined;
  } catch {
    // Storage may be forbidden, or hold what another version left there: nobody needs it.
    return undefined;
  }
}

function keep(former: Former): void {
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify(former));
  } catch {
    // As above.
  }
}
