import { setImmediate } from 'node:timers/promises';
import { continueEscalation, type Continuing } from '../continue-escalation.ts';
import type { Log } from '../log.ts';
import { toldKey, type Joins } from './joins.ts';

/** What is told of an incident that has ended. */
export type EndedIncident = { slug: string; why: string; changed: string };

type Telling = Continuing & { store: Continuing['store'] & Joins; log: Log };

/** Few enough to keep nobody waiting who asks for a person meanwhile. */
const MOST_AT_ONCE = 100;

/**
 * Tells everyone who joined one of these incidents why it happened and what was changed, and asks whether it is mended.
 * Each is told once, however many servers do this at once, and gives how many of them. `signal` ends it early: those
 * who are left are told the next time.
 */
export async function tellJoined(
  incidents: readonly EndedIncident[],
  telling: Telling,
  now: () => Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  let all = 0;
  for (const incident of incidents) {
    const told = await tellJoinedOf(incident, telling, now, signal);
    if (told > 0) telling.log('incident-ended', { incident: incident.slug, told });
    all += told;
  }
  return all;
}

async function tellJoinedOf(
  { slug, why, changed }: EndedIncident,
  telling: Telling,
  now: () => Temporal.Instant,
  signal: AbortSignal | undefined,
): Promise<number> {
  const act = { kind: 'resolved', outcome: 'product-fault', incident: slug, why, done: changed } as const;
  let told = 0;
  for (let afterId = ''; !signal?.aborted;) {
    const ids = await telling.store.untoldJoins(slug, afterId, MOST_AT_ONCE);
    for (const id of ids) {
      if (signal?.aborted) break;
      const { kind } = await continueEscalation(telling, id, { act, idempotencyKey: toldKey(slug, id) }, now());
      if (kind === 'kept') told += 1;
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < MOST_AT_ONCE) break;
    afterId = last;
    await setImmediate();
  }
  return told;
}
