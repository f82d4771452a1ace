import { createHmac } from 'node:crypto';

/** By this an address is known, whatever its case; without the secret nobody finds out which address it is. */
export function addressHash(secret: Uint8Array, email: string): string {
  return createHmac('sha256', secret).update(`address ${email.toLowerCase()}`).digest('base64url');
}

/** The same for the mailbox behind it: jo+1@example.com and jo+2@example.com are read by one person. */
export function mailboxHash(secret: Uint8Array, email: string): string {
  return createHmac('sha256', secret)
    .update(`mailbox ${mailboxOf(email)}`)
    .digest('base64url');
}

/** The address in lower case without its tag. */
export function mailboxOf(email: string): string {
  return email.toLowerCase().replace(/(?<=[^+])\+[^@]*(?=@)/, '');
}
