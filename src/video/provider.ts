/** Where a recording is, and how it is played once a reader asks for it. Nothing is requested before. */
export type Embed =
  | { kind: 'file'; provider: string; address: string }
  | {
      kind: 'frame';
      /** Name of the service, as readers know it. */
      provider: string;
      /** The page on which the service itself shows it. */
      page: string;
      /** The address of its player, playing at once: from `second`, or from where the source says. */
      playerAt: (second?: number) => string;
    };

/** A place that holds recordings. `match` knows every usual spelling of its addresses and no other. */
export type Provider = { name: string; match: (source: string) => Embed | undefined };
