import assert from 'node:assert/strict';
import type { Attempt, HelpDesk } from '../../src/help-desks/help-desk.ts';
import { openHelpDesks, type DeskSettings } from '../../src/help-desks/help-desks.ts';
import { httpClient } from '../../src/help-desks/http/http-client.ts';

/** Long enough for a busy machine, where an answer comes, and short enough to wait for one that does not. */
const PATIENT_MS = 15_000;
export const IMPATIENT_MS = 1_000;

/** A help desk on this machine, which waits so long for each answer. */
export function openDesk(settings: DeskSettings, timeoutMs = PATIENT_MS): HelpDesk {
  const innerHosts = ['127.0.0.1'];
  const [desk] = openHelpDesks({ desks: [settings], innerHosts }, '', httpClient({ innerHosts, timeoutMs }));
  assert.ok(desk);
  return desk;
}

/** A first attempt, before which nothing is there. */
export function attempt(): Attempt {
  return { now: Temporal.Now.instant(), progress: {}, mayBeThere: false };
}

/** Tries until it is there, and ten times at most: a busy machine may give up on what comes before that. */
export async function triesUntil<Outcome extends { kind: string } | undefined>(
  isThere: () => boolean,
  send: (last?: Outcome) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  let outcome = await send();
  for (let tries = 1; !isThere() && outcome?.kind === 'retry' && tries < 10; tries++) outcome = await send(outcome);
  return outcome;
}

/** An attempt after one of which nobody knows whether it was taken. */
export function inDoubt(): Attempt {
  return { ...attempt(), mayBeThere: true };
}
