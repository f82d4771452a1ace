import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Role } from '../../schema/member.ts';
import type { NewPasskey, PasskeyProof } from '../../schema/passkey.ts';
import type { Cookies, From, SignedIn } from './signed-in.ts';

export type PasskeyAnswer =
  | { kind: 'signed-in'; cookies: Cookies; role: Role }
  /** Unknown, removed, for another site, or with a question that is used up: nobody learns which. */
  | { kind: 'refused' }
  | { kind: 'wait'; until: Temporal.Instant };

export type Adding = 'added' | 'refused' | 'sign-in-again' | 'too-many';

/** Signing in with passkeys, and adding them. */
export type PasskeyWays = {
  /** The origin of the only pages on which browsers use them. */
  origin: string;
  /** What to ask the browser of whoever wants to come in; one try, within five minutes. */
  question(now: Temporal.Instant): Promise<PublicKeyCredentialRequestOptionsJSON>;
  signIn(proof: PasskeyProof, from: From, now: Temporal.Instant): Promise<PasskeyAnswer>;
  /** What to ask the browser of a member who wants to add one; one try, within five minutes, in this session. */
  questionForNew(member: SignedIn, now: Temporal.Instant): Promise<PublicKeyCredentialCreationOptionsJSON>;
  add(member: SignedIn, made: NewPasskey, name: string, now: Temporal.Instant): Promise<Adding>;
};
