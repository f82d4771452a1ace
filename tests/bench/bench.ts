/** A measurement that `npm run bench` knows. It never fails for being slow, only where something is broken. */
export type Bench = {
  purpose: string;
  /** What stands behind its name on the command line. */
  usage: string;
  /** Prints its figures; false where something did not work. */
  run: (words: readonly string[]) => Promise<boolean>;
};
