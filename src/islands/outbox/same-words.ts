/** What is typed into the form that reaches a person. */
export type TypedFields = Partial<Record<(typeof TYPED)[number], string>>;

const TYPED = ['message', 'name', 'channel', 'email', 'phone', 'goodTime'] as const;

/**
 * The same for two bodies in which the same person says the same about the same article, whatever goes along with
 * them. A fingerprint (FNV-1a, 64 bits), so that it can be kept for longer than the words.
 */
export function sameWords(body: string): string {
  const { article } = JSON.parse(body) as { article?: unknown };
  const typed = typedIn(body);
  const said = TYPED.map((field) => (typed[field] ?? '').trim().replace(/\s+/g, ' '));
  return fingerprint(JSON.stringify([article ?? '', ...said]));
}

/** What was typed into the form that became `body`. */
export function typedIn(body: string): TypedFields {
  const fields = JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries(
    TYPED.flatMap((name) => {
      const value = fields[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** http://www.isthe.com/chongo/tech/comp/fnv/ ; `crypto.subtle` would do, but is not there on plain http. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
