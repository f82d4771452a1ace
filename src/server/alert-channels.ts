import { smtp } from '../help-desks/desks/smtp.ts';
import type { HelpDesk } from '../help-desks/help-desk.ts';
import type { HelpDeskSettings } from '../help-desks/help-desks.ts';

/** The ways to the team, in order of preference: our own mail, or else other desks than the one that sends mail. */
export function alertChannels(
  { mail, alertTo }: Pick<HelpDeskSettings, 'mail' | 'alertTo'>,
  desks: readonly HelpDesk[],
  contactEmail: string,
): HelpDesk[] {
  if (!mail) return [...desks];
  const byMail = smtp({ kind: 'smtp', ...mail, to: alertTo ?? contactEmail });
  return [byMail, ...desks.filter(({ kind }) => kind !== 'smtp')];
}
