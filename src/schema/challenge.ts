import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{2,256}$/);

/** Work that a browser is asked for under pressure: ALTCHA, proof of work v2, https://altcha.org. */
export const Challenge = z.object({
  parameters: z
    .object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.int().min(1).max(1_000_000).describe('Rounds of each attempt.'),
      keyLength: z.int().min(1).max(64),
      keyPrefix: hex.describe('How the key begins that is looked for.'),
      keySignature: hex,
      nonce: hex,
      salt: hex,
      data: z.object({
        most: z.int().min(1).describe('Attempts that it takes at most, by which progress is shown.'),
        until: z.int().describe('When it ends, in seconds since 1970.'),
      }),
    })
    .describe('Signed as it is, so that nobody can make it easier.'),
  signature: hex,
});
export type Challenge = z.infer<typeof Challenge>;

/** What comes back in the header `altcha`, as JSON in base64. */
export const Proof = z.object({
  challenge: Challenge,
  solution: z.object({
    counter: z.int().min(0).max(0xffff_ffff),
    derivedKey: hex,
  }),
});
export type Proof = z.infer<typeof Proof>;
