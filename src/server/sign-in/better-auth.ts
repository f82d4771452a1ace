import { createHmac } from 'node:crypto';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { genericOAuth } from 'better-auth/plugins';
import { z } from 'zod';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../schema/member.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { IDLE_SECONDS, SEEN_EVERY_SECONDS } from './session-limits.ts';
import type { SingleSignOn } from './sign-in.ts';

export const AUTH_PATH = '/desk/auth';
export const SINGLE_SIGN_ON = 'single-sign-on';
export const LINK_SECONDS = 24 * 3_600;

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/** Begins sessions for passkeys, which are checked by ourselves. No address leads to it: only this server calls it. */
const ownSessions = {
  id: 'own-sessions',
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ memberId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.memberId);
        if (!user) return { isBegun: false };
        await setSessionCookie(context, { user, session: await internalAdapter.createSession(user.id) });
        return { isBegun: true };
      },
    ),
  },
} satisfies BetterAuthPlugin;

export type Auth = ReturnType<typeof openBetterAuth>;

/** better-auth on our own store: it keeps sessions, links and accounts, and lets nobody in whom we did not add. */
export function openBetterAuth(
  { database }: Pick<Store, 'database'>,
  { secret, serverUrl, log }: { secret: Uint8Array; serverUrl: string; log: Log },
  singleSignOn?: SingleSignOn,
) {
  const isSecure = serverUrl.startsWith('https:');
  return betterAuth({
    appName: 'Handrail',
    baseURL: new URL(serverUrl).origin,
    basePath: AUTH_PATH,
    secret: createHmac('sha256', secret).update('sign-in').digest('hex'),
    // Without transactions: one of SQLite's is a turn of its own, in which nothing else may wait.
    database: { ...database, transaction: false },
    user: {
      modelName: 'members',
      additionalFields: { role: { type: 'string', required: true, input: false } },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    session: {
      modelName: 'member_sessions',
      expiresIn: IDLE_SECONDS,
      updateAge: SEEN_EVERY_SECONDS,
      // Whoever is signed out is out at once.
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'member_accounts',
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
      // Nothing is ever asked of the provider afterwards.
      storeAccountCookie: false,
      updateAccountOnSignIn: false,
    },
    verification: { modelName: 'member_tokens', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      password: { hash: hashPassword, verify: ({ password, hash }) => isPassword(password, hash) },
    },
    // Whatever way it may be tried: members are added by `npm run agent` alone, which does not come by here.
    databaseHooks: {
      user: { create: { before: async () => false } },
      // The provider has said who it is; what else could be asked of it in their name is not kept.
      account: { create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) } },
    },
    plugins: [
      ownSessions,
      ...(singleSignOn
        ? [
            genericOAuth({
              config: [
                {
                  providerId: SINGLE_SIGN_ON,
                  discoveryUrl: `${singleSignOn.issuer}/.well-known/openid-configuration`,
                  clientId: singleSignOn.clientId,
                  clientSecret: singleSignOn.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  disableSignUp: true,
                  requireIdTokenVerification: true,
                },
              ],
            }),
          ]
        : []),
    ],
    advanced: {
      // `__Host-`: no other host, and nothing that was sent without encryption, can set it. The library's own switch
      // would write `__Secure-` before it.
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-handrail' : 'handrail',
      // Lax, not Strict: whoever follows a link in a letter to the team is to find the request, not a sign-in page.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    // Tries are slowed down before they get here, in a way that strands nobody.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What it says may name a person, so only that it complained is logged.
    logger: { level: 'error', log: () => log('sign-in-trouble') },
    onAPIError: { errorURL: `${new URL(serverUrl).origin}/desk/sign-in/?single-sign-on=refused` },
  });
}
