import { createHmac, timingSafeEqual } from 'node:crypto';

/** A form older than this counts as one that came without a page; its key is still good. */
const FRESH_FOR = { hours: 24 };
/** Nobody reads a form, fills it in and sends it within two seconds. */
const FASTEST_MS = 2_000;

export type Nonce = { isFresh: boolean; isTooFast: boolean };

/**
 * The key of a form that the server rendered: it names the request for ever, shows that its page was ours, and says
 * when that was made. `chance` is 16 random bytes.
 */
export function newNonce(secret: Uint8Array, slug: string, now: Temporal.Instant, chance: Uint8Array): string {
  const said = `${Buffer.from(chance).toString('base64url')}.${now.epochMilliseconds.toString(36)}`;
  return `p1.${said}.${signature(secret, slug, said)}`;
}

/** What a key says of the page that it came from; undefined where we did not sign it for this page. */
export function readNonce(secret: Uint8Array, slug: string, key: string, now: Temporal.Instant): Nonce | undefined {
  const [, said, signed] = /^p1\.([\w-]{22}\.[0-9a-z]{1,11})\.([\w-]{22})$/.exec(key) ?? [];
  if (said === undefined || signed === undefined) return undefined;
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(signature(secret, slug, said)))) return undefined;
  const madeAt = Temporal.Instant.fromEpochMilliseconds(Number.parseInt(said.split('.')[1] ?? '', 36));
  const ageMs = now.since(madeAt).total('milliseconds');
  return {
    isFresh: Temporal.Instant.compare(now, madeAt.add(FRESH_FOR)) < 0,
    // Of two servers one clock may be ahead: what was made in the future says nothing.
    isTooFast: ageMs >= 0 && ageMs < FASTEST_MS,
  };
}

function signature(secret: Uint8Array, slug: string, said: string): string {
  return createHmac('sha256', secret).update(`page ${said} ${slug}`).digest('base64url').slice(0, 22);
}
