import { isStoreUnavailable } from '../store.ts';
import { refusals } from '../../strings/en/refusals.ts';
import { refused, type Asked, type Outcome } from './outcome.ts';

/** Does `work`; where the store cannot take it, says so with the ways to a person that need no store. */
export async function take(asked: Asked, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    asked.app.log('store-unavailable', { reason: error.message });
    return refused(asked, 503, [{ field: '', ...refusals.cannotTake(asked.app.contact) }]);
  }
}

/** Forms send every field, also those that were left empty; those count as not sent. */
export function withoutEmpty(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''));
}
