import type { Member } from '../../schema/member.ts';

/** A key that a member's device keeps. Only its public half is here. */
export type Passkey = {
  id: string;
  memberId: string;
  /** Named by the device itself, and unique. */
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  /** How often it was used, where the device counts that. */
  counter: number;
  transports: readonly string[];
  name: string;
  addedAt: Temporal.Instant;
  usedAt?: Temporal.Instant;
};

/** The passkeys of members. Part of the store. */
export type Passkeys = {
  /** False where it is kept already, or its member is not any more. */
  addPasskey(passkey: Passkey): Promise<boolean>;
  /** The first one first. */
  passkeysOf(memberId: string): Promise<Passkey[]>;
  /** With the member whose it is. */
  passkeyByCredential(credentialId: string): Promise<{ passkey: Passkey; member: Member } | undefined>;
  /** False where it is gone, or has been used more often than `counter` meanwhile. */
  notePasskeyUsed(id: string, counter: number, now: Temporal.Instant): Promise<boolean>;
  /** Removes the one that `only` names, or all of this member. Says how many there were. */
  removePasskeys(memberId: string, only?: string): Promise<number>;
};
