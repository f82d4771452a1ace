export const IDLE_SECONDS = 12 * 3_600;
export const LONGEST = { hours: 7 * 24 } as const;
/** Whoever works is seen this often; each time writes a row. */
export const SEEN_EVERY_SECONDS = 5 * 60;
