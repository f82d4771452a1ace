import { BUDGETS, type Budgeted } from '../abuse/budgets.ts';
import type { Client } from '../abuse/client.ts';
import { clientKey } from '../abuse/client-key.ts';
import type { App } from '../app.ts';
import { bucketAt, secondsLeft } from '../limits.ts';

/**
 * Counts one more of `kind` for `client`. Where its budget is used up, nothing is counted, and what it gives is the
 * number of seconds until there is room again.
 */
export async function overBudget(
  { store, secret, limits }: Pick<App, 'store' | 'secret' | 'limits'>,
  kind: Exclude<Budgeted, 'escalations'>,
  client: Client,
  now: Temporal.Instant,
): Promise<number | undefined> {
  if (!limits || !client.isLimited) return undefined;
  const { windowSeconds, most } = BUDGETS[kind];
  const bucket = bucketAt(`${kind} ${clientKey(secret, client.address)}`, windowSeconds, now);
  const isUsedUp = ([before = 0]: readonly number[]) => before >= most;
  // Looked at before it is counted, so that a flood costs no writing.
  const isOver = isUsedUp(await store.countsOf([bucket])) || isUsedUp(await store.countUp([bucket]));
  return isOver ? secondsLeft(bucket, now) : undefined;
}
