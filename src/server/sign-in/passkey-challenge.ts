import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const LASTS = { minutes: 5 };

/**
 * A challenge for one `use`. It carries its end and our seal, so that asking for one writes nothing: strangers may ask
 * as often as they like.
 */
export function makeChallenge(secret: Uint8Array, use: string, now: Temporal.Instant): string {
  const claims = `${now.add(LASTS).epochMilliseconds}.${randomBytes(24).toString('base64url')}`;
  return `${claims}.${sealOf(secret, use, claims)}`;
}

/** What to remember a challenge by and until when, or undefined where it is not ours, for another use, or over. */
export function readChallenge(
  challenge: string,
  secret: Uint8Array,
  use: string,
  now: Temporal.Instant,
): { id: string; until: Temporal.Instant } | undefined {
  const [end = '', id = '', seal = ''] = challenge.split('.');
  const [found, wanted] = [Buffer.from(seal), Buffer.from(sealOf(secret, use, `${end}.${id}`))];
  if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) return undefined;
  const until = Temporal.Instant.fromEpochMilliseconds(Number(end));
  return Temporal.Instant.compare(now, until) < 0 ? { id: `passkey ${id}`, until } : undefined;
}

function sealOf(secret: Uint8Array, use: string, claims: string): string {
  return createHmac('sha256', secret).update(`passkey challenge ${use} ${claims}`).digest('base64url');
}
