import type { Challenge } from '../../schema/challenge.ts';
import { admit, type QuarantineReason, type Signals } from '../abuse/admit.ts';
import { BUDGETS, SITE_BUDGET } from '../abuse/budgets.ts';
import type { Client } from '../abuse/client.ts';
import { clientKey } from '../abuse/client-key.ts';
import { readNonce } from '../abuse/nonce.ts';
import { isGoodProof, newChallenge } from '../abuse/proof.ts';
import type { App } from '../app.ts';
import { bucketAt, secondsLeft } from '../limits.ts';

/** An escalation that may be taken. */
export type Arrival = {
  client: Client;
  /** The key that names it for ever. */
  key: string;
  /** It joins an open incident, which many do at once, and for a reason. */
  isJoin?: boolean;
} & (
  | { sender: 'form'; slug: string; isTrapFilled: boolean }
  /** `proof`: the header that shows that a challenge was met. */
  | { sender: 'program'; proof: string | null }
);

export type Admission =
  | { kind: 'accept'; quarantined?: readonly QuarantineReason[] }
  | { kind: 'prove'; challenge: Challenge; retryAfterSeconds: number }
  | { kind: 'refuse'; retryAfterSeconds: number };

type Guard = Pick<App, 'store' | 'secret' | 'limits'>;

/**
 * Whether an escalation is taken, and how. One that was taken before is always let through, to the same answer, and
 * only what is taken counts.
 */
export async function admission(guard: Guard, arrival: Arrival, now: Temporal.Instant): Promise<Admission> {
  const { store, secret, limits } = guard;
  const signals = signalsOf(guard, arrival, now);
  if (!limits || !arrival.client.isLimited) return admitted(admit(signals));
  if (await store.isKnownKey(arrival.key)) return { kind: 'accept' };
  const ofClient = bucketAt(
    `escalations ${clientKey(secret, arrival.client.address)}`,
    BUDGETS.escalations.windowSeconds,
    now,
  );
  const buckets = [ofClient, ...(arrival.isJoin ? [] : [bucketAt('escalations', SITE_BUDGET.windowSeconds, now)])];
  const retryAfterSeconds = secondsLeft(ofClient, now);
  const answered = async (asked: Signals): Promise<Admission> => {
    const verdict = admit(asked);
    switch (verdict.kind) {
      case 'prove':
        return { kind: 'prove', challenge: await newChallenge(secret, now), retryAfterSeconds };
      case 'refuse':
        return { kind: 'refuse', retryAfterSeconds };
      default:
        return admitted(verdict);
    }
  };
  // Looked at before it is counted, so that a flood that is refused costs no writing.
  const before = named(await store.countsOf(buckets));
  const isAskedToProve = admit({ ...signals, before }).kind === 'prove';
  const header = arrival.sender === 'program' ? arrival.proof : null;
  const hasProved = isAskedToProve && header !== null && (await isGoodProof(header, secret, store, now));
  const asked: Signals = { ...signals, before, proof: hasProved ? 'good' : 'none' };
  const first = await answered(asked);
  if (first.kind !== 'accept') return first;
  return answered({ ...asked, before: named(await store.countUp(buckets)) });
}

function signalsOf({ secret }: Guard, arrival: Arrival, now: Temporal.Instant): Signals {
  if (arrival.sender === 'program') {
    return { sender: 'program', isTrapFilled: false, isTooFast: false, hasNonce: false, proof: 'none' };
  }
  const nonce = readNonce(secret, arrival.slug, arrival.key, now);
  return {
    sender: 'form',
    isTrapFilled: arrival.isTrapFilled,
    isTooFast: nonce?.isTooFast ?? false,
    hasNonce: nonce?.isFresh ?? false,
    proof: 'none',
  };
}

function admitted(verdict: ReturnType<typeof admit>): Admission {
  return verdict.kind === 'quarantine' ? { kind: 'accept', quarantined: verdict.reasons } : { kind: 'accept' };
}

function named([client = 0, site = 0]: readonly number[]) {
  return { client, site };
}
