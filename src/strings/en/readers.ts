/** For whom something is, or was, where the team reads it. */
export const readers = {
  version: (version: string) => `version ${version}`,
  /** One of them; what is not known is left out, and where nothing is it is empty. */
  one: ({ version, audience }: { version?: string | undefined; audience?: string | undefined }) =>
    [version && `version ${version}`, audience].filter(Boolean).join(', '),
  /** Versions whose audiences are the same. */
  alike: ({ versions, audiences }: { versions: readonly string[]; audiences: readonly string[] }) =>
    `version ${versions.join(' and ')} (${audiences.join(', ')})`,
  several: (groups: readonly string[]) => groups.join('; '),
};
