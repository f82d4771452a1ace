/** Who tries to sign in, as far as that is counted. Nothing of it can be read back: these are keyed hashes. */
export type Trier = {
  /** The address that was typed, whether or not anybody has it. */
  account: string;
  /** Where they come from; absent where that says nothing, as behind a proxy on this machine that was not named. */
  place?: string;
  /** A browser in which this account has signed in before. */
  device?: string;
};

/** One thing that is counted: after `free` failures each further one is followed by a pause that doubles. */
export type Count = { key: string; account: string | undefined; free: number };

export type Admitted = { kind: 'admitted' } | { kind: 'wait'; until: Temporal.Instant };

/** Tries to sign in, counted before they are made, for all servers on one store. Part of the store. */
export type Tries = {
  /** Counts a try as failed beforehand, so that many at once are counted too; or says until when there are none. */
  admitTry(counts: readonly Count[], now: Temporal.Instant): Promise<Admitted>;
  /** The try was none that failed: what it counted for this account is forgotten, and taken back elsewhere. */
  noteSignedIn(counts: readonly Count[]): Promise<void>;
  /** Lets this account try again at once, from everywhere. */
  forgetTries(account: string): Promise<void>;
};

/** Whatever failed longer ago than this is forgotten. */
export const REMEMBERED = { hours: 24 } as const;

const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 900;

/**
 * What a try counts towards. A browser that has signed in before has a count of its own, which no stranger can use up:
 * guessing at an account makes strangers wait, not the person whose account it is.
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export function countsFor({ account, place, device }: Trier): Count[] {
  if (device !== undefined) return [{ key: `device ${device}`, account, free: 5 }];
  const here = { key: `account ${account} at ${place ?? 'anywhere'}`, account, free: 5 };
  // Whoever has many machines tries from each of them only a few times.
  const everywhere = { key: `account ${account}`, account, free: 50 };
  if (place === undefined) return [here, everywhere];
  // An office shares an address, so this takes more than one forgetful person.
  return [here, everywhere, { key: `place ${place}`, account: undefined, free: 20 }];
}

/** How long nobody may try after so many failures in a row. */
export function pauseAfter(failures: number, free: number): { seconds: number } {
  if (failures < free) return { seconds: 0 };
  return { seconds: Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (failures - free)) };
}
