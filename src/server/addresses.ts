/** An automatic letter that wants to go. Whom it is for is known by hashes alone (src/letters/address-hash.ts). */
export type LetterClaim = {
  /** The delivery: whoever tries the same one again claims nothing anew. */
  letterId: string;
  kind: string;
  address: string;
  /** The mailbox in which the address ends up; some addresses share one. */
  mailbox: string;
  now: Temporal.Instant;
  mostPerHour: number;
};

/** `had-one`: this mailbox had a letter of this kind within a day. `held`: all together had enough for this hour. */
export type Claimed = 'granted' | 'had-one' | 'held';

/** Whom we may write to without being asked by a person of the team. Part of the store. */
export type Addresses = {
  /** Grants an automatic letter, to one server only. To a confirmed address every letter may go. */
  claimLetter(claim: LetterClaim): Promise<Claimed>;
  /** Notes that whoever reads the mail of this address has been here. */
  confirmAddress(address: string, now: Temporal.Instant): Promise<void>;
  /** Removes all that is known of an address; says how many rows that were. */
  removeAddress(address: string, mailbox: string): Promise<number>;
};
