import { createHmac, randomInt } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Challenge, Proof } from '../../schema/challenge.ts';
import type { Limits } from '../limits.ts';

/** About two seconds for a laptop, ten for an old phone. The number that is looked for lies between these. */
const COST = 5_000;
const FEWEST_TRIES = 1_000;
const MOST_TRIES = 3_000;
const LASTS = { minutes: 20 };
const LONGEST_HEADER = 4_096;

/** Work for one browser. Only this server, and those that share its secret, can tell whether it was done. */
export async function newChallenge(secret: Uint8Array, now: Temporal.Instant): Promise<Challenge> {
  const made = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(FEWEST_TRIES, MOST_TRIES + 1),
    deriveKey,
    // Not ALTCHA's own `expiresAt`, which is compared with the clock of the machine rather than with `now`.
    data: { most: MOST_TRIES, until: Math.floor(now.add(LASTS).epochMilliseconds / 1_000) },
    ...signedWith(secret),
  });
  return Challenge.parse(made);
}

/** Whether `header` shows that work was done which nobody has been let in for before. It counts once. */
export async function isGoodProof(
  header: string,
  secret: Uint8Array,
  limits: Pick<Limits, 'useChallenge'>,
  now: Temporal.Instant,
): Promise<boolean> {
  const proof = proofIn(header);
  if (!proof) return false;
  const { challenge, solution } = proof;
  const until = Temporal.Instant.fromEpochMilliseconds(challenge.parameters.data.until * 1_000);
  if (Temporal.Instant.compare(now, until) >= 0) return false;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...signedWith(secret) });
  return verified && (await limits.useChallenge(challenge.signature, until));
}

function proofIn(header: string): Proof | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  try {
    return Proof.safeParse(JSON.parse(Buffer.from(header, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function signedWith(secret: Uint8Array) {
  const keyFor = (use: string) => createHmac('sha256', secret).update(use).digest('hex');
  return { hmacSignatureSecret: keyFor('altcha challenge'), hmacKeySignatureSecret: keyFor('altcha key') };
}
