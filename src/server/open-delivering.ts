import { smtp } from '../help-desks/desks/smtp.ts';
import { openHelpDesks, type HelpDeskSettings } from '../help-desks/help-desks.ts';
import type { Site } from '../schema/site.ts';
import type { Delivering } from './deliver-one.ts';
import { startDelivering } from './delivering.ts';

/**
 * Begins to deliver to the help desks that are set up; undefined where there is none, and the team looks at
 * `npm run escalations`. Alerts go by our own mail, or else through another desk.
 */
export function openDelivering(
  settings: HelpDeskSettings,
  site: Pick<Site, 'contact' | 'support'>,
  context: Pick<Delivering, 'store' | 'log' | 'now'>,
): { stop: () => Promise<void> } | undefined {
  const contactEmail = site.contact.email;
  const { timeZone } = site.support;
  const desks = openHelpDesks(settings, contactEmail);
  if (desks.length === 0) return undefined;
  const mail = settings.mail && smtp({ kind: 'smtp', ...settings.mail, to: settings.alertTo ?? contactEmail });
  const channels = [...(mail ? [mail] : []), ...desks.filter(({ kind }) => !mail || kind !== 'smtp')];
  if (channels.length === 1 && channels[0]?.kind === desks[0]?.kind) {
    // With a single way to the team there is nothing to tell it by when that way fails.
    const fix = mail ? 'name a second help desk in HELP_DESKS' : 'set SMTP_URL and SMTP_FROM';
    context.log('no-second-channel', { desk: channels[0]?.kind ?? '', fix });
  }
  return startDelivering(
    desks,
    { channels, desks, contactEmail, timeZone },
    { ...context, timeZone, chance: Math.random },
  );
}
