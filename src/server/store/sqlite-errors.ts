import { StoreUnavailable } from '../store.ts';

const BUSY = 5;

/** Busy, out of memory, read-only, input or output, corrupt, full, cannot open, locking protocol, not a database. */
const UNAVAILABLE = new Set([BUSY, 6, 7, 8, 10, 11, 13, 14, 15, 26]);

/** Tells a database that cannot be used right now from a mistake of ours. */
export function named<Result>(ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    const { code } = error as { code?: string };
    const kind = kindOf(error);
    const isUnavailable = kind !== undefined ? UNAVAILABLE.has(kind) : code === 'ERR_INVALID_STATE';
    throw isUnavailable ? new StoreUnavailable((error as Error).message, { cause: error }) : error;
  }
}

/** Whether somebody else is writing, so that trying again helps. */
export function isBusy(error: unknown): boolean {
  return error instanceof StoreUnavailable && kindOf(error.cause) === BUSY;
}

/** The lowest byte is the kind of error, the others are its details: https://sqlite.org/rescode.html */
function kindOf(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: number };
  return errcode === undefined ? undefined : errcode & 0xff;
}
