import type { HelpDeskSettings } from '../help-desks/help-desks.ts';

/** Addresses of ours: letters to them, or mail from them, would be how loops begin. */
export function ownAddresses({ mail, desks, alertTo, replyTo }: HelpDeskSettings, contactEmail: string): string[] {
  const ofDesks = desks.flatMap((desk) => (desk.kind === 'smtp' ? [desk.to ?? contactEmail, desk.from] : []));
  return [...new Set([mail?.from, contactEmail, alertTo, replyTo, ...ofDesks].filter((email) => email !== undefined))];
}
