import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Member } from '../../schema/member.ts';
import type { Log } from '../log.ts';
import { isStoreUnavailable, type Store } from '../store.ts';
import { makeChallenge, readChallenge } from './passkey-challenge.ts';
import type { PasskeyWays } from './passkey-ways.ts';
import type { Cookies, From, PasswordAnswer, SignedIn } from './sign-in.ts';

/** So long after signing in a passkey may be added: a screen that was left open is not to become a way in for good. */
export const ADD_WITHIN = { hours: 1 } as const;
const MOST_PASSKEYS = 10;
const TIMEOUT_MS = 300_000;
/** EdDSA, ES256 and RS256: what devices have. */
const ALGORITHMS = [-8, -7, -257];
const SIGN_IN = 'sign-in';

/** What the rest of signing in does for passkeys too. */
export type Shared = {
  /** Counts the try for this account before it is made, or says how long to wait. */
  counted(
    account: string,
    from: From,
    now: Temporal.Instant,
    attempt: () => Promise<Cookies | undefined>,
  ): Promise<PasswordAnswer>;
  /** Begins a session for a member who has shown who they are; undefined where there is no such member any more. */
  begin(member: Member, headers: Headers): Promise<Cookies | undefined>;
};

/** Undefined where no browser would take part: passkeys need a name for the site, and encryption but on localhost. */
export function openPasskeys(
  store: Store,
  { secret, serverUrl, log }: { secret: Uint8Array; serverUrl: string; log: Log },
  { counted, begin }: Shared,
): PasskeyWays | undefined {
  const { hostname, origin, protocol } = new URL(serverUrl);
  const isSafe = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost');
  if (!isSafe || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined;

  /** Uses it up before anything else is looked at, so that no question is answered twice. */
  const usesUp = (use: string, now: Temporal.Instant) => async (challenge: string) => {
    const read = readChallenge(Buffer.from(challenge, 'base64url').toString(), secret, use, now);
    return read !== undefined && (await store.useChallenge(read.id, read.until));
  };

  return {
    origin,

    question: (now) =>
      generateAuthenticationOptions({
        rpID: hostname,
        challenge: makeChallenge(secret, SIGN_IN, now),
        timeout: TIMEOUT_MS,
        userVerification: 'required',
      }),

    signIn: async (proof, from, now) => {
      const found = await store.passkeyByCredential(proof.id);
      const account = found?.member.email ?? `passkey ${proof.id}`;
      const answer = await counted(account, from, now, async () => {
        if (!found) return undefined;
        const { passkey, member } = found;
        const verified = await orUndefined(
          verifyAuthenticationResponse({
            response: { ...proof, clientExtensionResults: {} },
            expectedChallenge: usesUp(SIGN_IN, now),
            expectedOrigin: origin,
            expectedRPID: hostname,
            requireUserVerification: true,
            credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
          }),
        );
        if (!verified?.verified) return undefined;
        const isKept = await store.notePasskeyUsed(passkey.id, verified.authenticationInfo.newCounter, now);
        return isKept ? begin(member, from.headers) : undefined;
      });
      if (answer.kind !== 'signed-in') return answer;
      if (!found) throw new Error('Nobody is signed in by a passkey that is not kept.');
      return { ...answer, role: found.member.role };
    },

    questionForNew: async (member, now) =>
      generateRegistrationOptions({
        rpName: hostname,
        rpID: hostname,
        userID: Buffer.from(member.id),
        userName: member.email,
        userDisplayName: member.name,
        challenge: makeChallenge(secret, useBy(member), now),
        timeout: TIMEOUT_MS,
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: (await store.passkeysOf(member.id)).map(({ credentialId, transports }) => ({
          id: credentialId,
          transports: [...transports],
        })),
      }),

    add: async (member, made, name, now) => {
      const sessions = await store.sessionsOf(member.id, now);
      const begunAt = sessions.find(({ id }) => id === member.sessionId)?.begunAt;
      if (!begunAt || Temporal.Instant.compare(begunAt.add(ADD_WITHIN), now) <= 0) return 'sign-in-again';
      if ((await store.passkeysOf(member.id)).length >= MOST_PASSKEYS) return 'too-many';
      const { transports = [], ...response } = made.response;
      const verified = await orUndefined(
        verifyRegistrationResponse({
          response: { id: made.id, rawId: made.rawId, type: made.type, response, clientExtensionResults: {} },
          expectedChallenge: usesUp(useBy(member), now),
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        }),
      );
      if (!verified?.verified) return 'refused';
      const { id: credentialId, publicKey, counter } = verified.registrationInfo.credential;
      const key = { credentialId, publicKey, counter, transports, name };
      const isAdded = await store.addPasskey({ ...key, id: randomUUID(), memberId: member.id, addedAt: now });
      if (isAdded) log('passkey-added');
      return isAdded ? 'added' : 'refused';
    },
  };
}

function useBy({ id, sessionId }: SignedIn): string {
  return `new passkey of ${id} in ${sessionId}`;
}

/** The library throws for whatever is wrong with what was sent; a store that cannot be asked is none of that. */
async function orUndefined<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isStoreUnavailable(error)) throw error;
    return undefined;
  }
}
