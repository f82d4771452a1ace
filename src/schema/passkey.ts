import { z } from 'zod';

const encoded = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/);

/** No authenticator makes longer ones: Web Authentication, 4, "Credential ID". */
const CredentialId = encoded(1_364);

/** What a browser gives when somebody signs in with a passkey: `PublicKeyCredential.toJSON()`, as far as it is read. */
export const PasskeyProof = z.object({
  id: CredentialId.describe('Which passkey it was.'),
  rawId: CredentialId.describe('The same as `id`.'),
  type: z.literal('public-key').describe('The only kind there is.'),
  response: z
    .object({
      clientDataJSON: encoded(8_192).describe('What was asked, and from which page.'),
      authenticatorData: encoded(8_192).describe('For whom, how often, and whether the person was checked.'),
      signature: encoded(16_384).describe('Over both.'),
    })
    .describe('Each encoded as base64url.'),
});
export type PasskeyProof = z.infer<typeof PasskeyProof>;

/** What a browser gives when a passkey was made, as far as it is read. */
export const NewPasskey = z.object({
  id: CredentialId.describe('Chosen by the device.'),
  rawId: CredentialId.describe('The same as `id`.'),
  type: z.literal('public-key').describe('The only kind there is.'),
  authenticatorAttachment: z.string().max(40).nullish().describe('cross-platform: not in the device that was used.'),
  response: z
    .object({
      clientDataJSON: encoded(8_192).describe('What was asked, and from which page.'),
      attestationObject: encoded(65_536).describe('The public key.'),
      transports: z.array(z.string().max(40)).max(10).optional().describe('How browsers reach it.'),
    })
    .describe('Each encoded as base64url.'),
});
export type NewPasskey = z.infer<typeof NewPasskey>;
