import { createHmac, randomBytes } from 'node:crypto';
import { isAPIError } from 'better-auth/api';
import { Member } from '../../schema/member.ts';
import type { Log } from '../log.ts';
import { isStoreUnavailable, StoreUnavailable, type Store } from '../store.ts';
import { AUTH_PATH, LINK_SECONDS, openBetterAuth, SINGLE_SIGN_ON, type Auth } from './better-auth.ts';
import { cookieIn, deviceCookie } from './cookies.ts';
import { deviceOf, markDevice } from './known-device.ts';
import { LONGEST } from './session-limits.ts';
import { openPasskeys } from './open-passkeys.ts';
import type { Cookies, From, PasswordAnswer, SignIn, SingleSignOn } from './sign-in.ts';
import { countsFor } from './tries.ts';

export type SignInSettings = {
  secret: Uint8Array;
  /** Where the server answers; the desk is there. */
  serverUrl: string;
  singleSignOn?: SingleSignOn;
  log: Log;
};

const LINK = 'reset-password:';

/** The way in for members, on this store. Loads better-auth, which takes a moment: not before somebody is at the desk. */
export function openSignIn(store: Store, settings: SignInSettings): SignIn {
  const { secret, serverUrl, singleSignOn, log } = settings;
  const auth = openBetterAuth(store, settings);
  // A provider that does not answer keeps only those waiting who want to come in by it.
  let withProvider: Auth | undefined;
  const provider = () => (withProvider ??= openBetterAuth(store, settings, singleSignOn));

  const byPassword = async (email: string, password: string, headers: Headers): Promise<Cookies> => {
    const body = { email, password };
    const { headers: sent } = await auth.api.signInEmail({ body, headers: agentOnly(headers), returnHeaders: true });
    return begun(email, sent, headers);
  };

  const begun = async (email: string, sent: Headers, headers: Headers): Promise<Cookies> => {
    // Whoever was signed in here before is not any more.
    if (/session_token=/.test(headers.get('cookie') ?? '')) await auth.api.signOut({ headers });
    const device = deviceCookie(serverUrl, markDevice(secret, email));
    return [...sent.getSetCookie(), device.toSet];
  };

  /** `account`: the address of a member, or whatever was given in its place. */
  const counted = async (
    by: 'password' | 'passkey',
    account: string,
    { headers, place }: From,
    now: Temporal.Instant,
    attempt: () => Promise<Cookies | undefined>,
  ): Promise<PasswordAnswer> => {
    const device = deviceOf(secret, account, cookieIn(headers, deviceCookie(serverUrl).name));
    const counts = countsFor({
      account: accountOf(account),
      ...(place !== undefined && { place }),
      ...(device !== undefined && { device }),
    });
    const admitted = await store.admitTry(counts, now);
    if (admitted.kind === 'wait') {
      log('sign-in-slowed-down', { known: device !== undefined });
      return admitted;
    }
    const cookies = await attempt();
    log(cookies ? 'signed-in' : 'sign-in-refused', { by });
    if (!cookies) return { kind: 'refused' };
    await store.noteSignedIn(counts);
    return { kind: 'signed-in', cookies };
  };

  const passkeys = openPasskeys(store, settings, {
    counted: (account, from, now, attempt) => counted('passkey', account, from, now, attempt),
    begin: async ({ id, email }, headers) => {
      const asked = auth.api.beginSession({ body: { memberId: id }, headers: agentOnly(headers), returnHeaders: true });
      const { response, headers: sent } = await named(asked);
      return response.isBegun ? begun(email, sent, headers) : undefined;
    },
  });

  return {
    hasSingleSignOn: singleSignOn !== undefined,

    ...(passkeys && { passkeys }),

    withPassword: ({ email, password }, from, now) =>
      counted('password', email, from, now, () => orRefused(byPassword(email, password, from.headers))),

    whoIs: async (headers, now, { isSeen }) => {
      const { response, headers: sent } = await named(
        auth.api.getSession({ headers, query: { disableRefresh: !isSeen }, returnHeaders: true }),
      );
      const cookies = sent.getSetCookie();
      if (!response) return { member: undefined, cookies };
      const { session, user } = response;
      const begunAt = Temporal.Instant.fromEpochMilliseconds(new Date(session.createdAt).getTime());
      if (Temporal.Instant.compare(begunAt.add(LONGEST), now) > 0)
        return { member: { ...Member.parse(user), sessionId: session.id }, cookies };
      await store.endSessions(user.id, { only: session.id });
      return { member: undefined, cookies: [] };
    },

    signOut: async (headers) =>
      (await named(auth.api.signOut({ headers, returnHeaders: true }))).headers.getSetCookie(),

    makeLink: async (memberId, now) => {
      await store.endLinks(memberId);
      const token = randomBytes(32).toString('base64url');
      const { internalAdapter } = await auth.$context;
      const expiresAt = new Date(now.add({ seconds: LINK_SECONDS }).epochMilliseconds);
      await internalAdapter.createVerificationValue({ value: memberId, identifier: LINK + token, expiresAt });
      return token;
    },

    whoseLink: async (token) => {
      const { internalAdapter } = await auth.$context;
      const link = await named(internalAdapter.findVerificationValue(LINK + token));
      if (!link || link.expiresAt <= new Date()) return undefined;
      const member = await internalAdapter.findUserById(link.value);
      return member ? Member.parse(member) : undefined;
    },

    setPassword: async (token, password, headers) => {
      const { internalAdapter } = await auth.$context;
      const link = await named(internalAdapter.findVerificationValue(LINK + token));
      const member = link && (await internalAdapter.findUserById(link.value));
      if (!member) return undefined;
      const isSet = await orRefused(auth.api.resetPassword({ body: { token, newPassword: password } }));
      if (!isSet) return undefined;
      log('password-set');
      // Whoever asks for a new password may have lost a device, or have found a passkey that is not theirs.
      await store.removePasskeys(member.id);
      // Whoever was slowed down before is not to wait with the new password in hand.
      await store.forgetTries(accountOf(member.email));
      return byPassword(member.email, password, headers);
    },

    letTryAgain: (email) => store.forgetTries(accountOf(email)),

    beginSingleSignOn: async (next, headers) => {
      const refused = `/desk/sign-in/?single-sign-on=refused&next=${encodeURIComponent(next)}`;
      const body = { provider: SINGLE_SIGN_ON, callbackURL: next, errorCallbackURL: refused, disableRedirect: true };
      const begun = await orRefused(
        provider().api.signInSocial({ body, headers: agentOnly(headers), returnHeaders: true }),
      );
      if (!begun?.response.url) {
        log('single-sign-on-unreachable');
        return undefined;
      }
      return { address: begun.response.url, cookies: begun.headers.getSetCookie() };
    },

    endSingleSignOn: async (request) => {
      // Not by its own address alone: a proxy may have written another one.
      const { search } = new URL(request.url);
      const address = new URL(`${AUTH_PATH}/callback/${SINGLE_SIGN_ON}${search}`, serverUrl);
      const response = await named(provider().handler(new Request(address, { headers: request.headers })));
      const isIn = response.headers.getSetCookie().some((cookie) => /session_token=[^;]/.test(cookie));
      log(isIn ? 'signed-in' : 'sign-in-refused', { by: SINGLE_SIGN_ON });
      return response;
    },
  };

  function accountOf(email: string): string {
    return createHmac('sha256', secret).update(`account ${email}`).digest('base64url');
  }
}

/** Of the headers only what is kept with a session: cookies of another session have no say in a new one. */
function agentOnly(headers: Headers): Headers {
  const agent = headers.get('user-agent')?.slice(0, 300);
  return new Headers(agent === undefined ? {} : { 'user-agent': agent });
}

/** Undefined where better-auth refused (4xx); throws whatever else went wrong. */
async function orRefused<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await named(asked);
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined;
    throw error;
  }
}

/** better-auth wraps what the store throws; a store that cannot be asked is not a mistake of ours. */
async function named<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    for (let here = error; here instanceof Error; here = here.cause) {
      const isUnavailable: boolean = isStoreUnavailable(here);
      if (isUnavailable) throw new StoreUnavailable(here.message, { cause: error });
    }
    throw error;
  }
}
