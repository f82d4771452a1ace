import type { Ended } from '../../src/server/outbox.ts';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';

export const OPENED = at('2026-11-21T09:00Z');
export const NOW = at('2026-11-21T09:01Z');
export const LATER = at('2026-11-21T09:06Z');

/** A store with `count` requests, which no desk has been given yet. */
export async function holding(store: Store, count: number): Promise<Store> {
  for (let id = 0; id < count; id++) await store.addEscalation(storedEscalation(`${id}`, { openedAt: OPENED }));
  return store;
}

/** The same, with all of them given to one desk, `smtp`. */
export async function assigned(store: Store, count: number): Promise<Store> {
  await holding(store, count);
  await store.assignDesks(['smtp'], NOW, 100);
  return store;
}

/** A lease of five minutes. */
export function lease(token: string, now = NOW) {
  return { token, now, until: now.add({ minutes: 5 }) };
}

/** An attempt that failed, and is to be made again `LATER`. */
export function retrying(rest: { progress?: Record<string, string> }): Ended {
  const how = { reason: 'Not now.', mayBeThere: false, progress: {}, alert: false, ...rest };
  return { state: 'retrying', nextAt: LATER, ...how };
}

/** An attempt that no other one would better: a person is told. */
export function rejected(): Ended {
  return { state: 'needs-a-person', reason: 'It said no.', mayBeThere: false, progress: {}, alert: true };
}

export function ids(found: readonly { id: string }[]): string[] {
  return found.map(({ id }) => id);
}
