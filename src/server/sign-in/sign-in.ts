import type { Member } from '../../schema/member.ts';
import type { PasskeyWays } from './passkey-ways.ts';
import type { Cookies, From, SignedIn } from './signed-in.ts';

export type { Cookies, From, SignedIn } from './signed-in.ts';

/** The provider of OpenID Connect through which members may sign in; its address has no slash at the end. */
export type SingleSignOn = { issuer: string; clientId: string; clientSecret: string };

export type PasswordAnswer =
  | { kind: 'signed-in'; cookies: Cookies }
  /** Wrong password, unknown address: nobody learns which. */
  | { kind: 'refused' }
  | { kind: 'wait'; until: Temporal.Instant };

/** How members get in, and out. Every method throws `StoreUnavailable` where the store cannot be asked. */
export type SignIn = {
  hasSingleSignOn: boolean;
  /** Absent where no browser would take part, as on an address without a name or without encryption. */
  passkeys?: PasskeyWays;
  withPassword(typed: { email: string; password: string }, from: From, now: Temporal.Instant): Promise<PasswordAnswer>;
  /** Who sends these headers. With `isSeen` the session goes on for another while, by `cookies`. */
  whoIs(
    headers: Headers,
    now: Temporal.Instant,
    options: { isSeen: boolean },
  ): Promise<{ member: SignedIn | undefined; cookies: Cookies }>;
  signOut(headers: Headers): Promise<Cookies>;
  /** Makes a link for setting a password, and takes back those from before. */
  makeLink(memberId: string, now: Temporal.Instant): Promise<string>;
  /** Whose link it is; undefined where it was used, taken back or is older than a day. */
  whoseLink(token: string): Promise<Member | undefined>;
  /** Sets the password, ends the sessions and passkeys there were, and signs in here; undefined where the link is used up. */
  setPassword(token: string, password: string, headers: Headers): Promise<Cookies | undefined>;
  /** Forgets the wrong passwords that were typed for this address, wherever that was. */
  letTryAgain(email: string): Promise<void>;
  /** Where the provider asks who it is; comes back to the path `next`. Undefined while the provider does not answer. */
  beginSingleSignOn(next: string, headers: Headers): Promise<{ address: string; cookies: Cookies } | undefined>;
  /** Answers what the provider sends back. */
  endSingleSignOn(request: Request): Promise<Response>;
};
