// Written here and read in look-for-news.ts, which shares no file with this one: every page would fetch it.
const KEPT_MARK = 'handrail-outbox';

/** Notes for the pages to come whether they have to look into the outbox. */
export function markKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(KEPT_MARK, '1');
    else localStorage.removeItem(KEPT_MARK);
  } catch {
    // Who may not keep this may not keep messages either.
  }
}
