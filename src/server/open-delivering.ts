import { openHelpDesks, type HelpDeskSettings } from '../help-desks/help-desks.ts';
import { LETTERS_PER_HOUR } from '../schema/help-desk-variables.ts';
import type { Site } from '../schema/site.ts';
import type { Addresses } from './addresses.ts';
import { alertChannels } from './alert-channels.ts';
import { ownAddresses } from './own-addresses.ts';
import type { Delivering } from './deliver-one.ts';
import { startDelivering } from './delivering.ts';
import type { LetterDesk } from './write-letter.ts';

/** What letters to customers need beside mail. */
export type ToCustomers = Pick<LetterDesk, 'secret' | 'siteUrl' | 'serverUrl'> & Pick<Site, 'name' | 'title'>;

type Context = Pick<Delivering, 'log' | 'now'> & {
  store: Delivering['store'] & Addresses;
  /** Absent: customers are not written to from here. */
  toCustomers?: ToCustomers;
};

/**
 * Begins to deliver to the help desks that are set up, and letters to customers where there is mail; undefined where
 * there is neither, and the team looks at `npm run escalations`. Alerts go by our own mail, or else through another
 * desk.
 */
export function openDelivering(
  settings: HelpDeskSettings,
  site: Pick<Site, 'contact' | 'support'>,
  { toCustomers, ...context }: Context,
): { stop: () => Promise<void> } | undefined {
  const contactEmail = site.contact.email;
  const { timeZone } = site.support;
  const desks = openHelpDesks(settings, contactEmail);
  const letters = toCustomers && letterDesk(settings, site, toCustomers);
  if (desks.length === 0 && !letters) return undefined;
  const channels = alertChannels(settings, desks, contactEmail);
  if (channels.length === 1 && channels[0]?.kind === desks[0]?.kind) {
    // With a single way to the team there is nothing to tell it by when that way fails.
    const fix = settings.mail ? 'name a second help desk in HELP_DESKS' : 'set SMTP_URL and SMTP_FROM';
    context.log('no-second-channel', { desk: channels[0]?.kind ?? '', fix });
  }
  return startDelivering(
    { desks, letters },
    { channels, desks, contactEmail, timeZone },
    { ...context, timeZone, chance: Math.random },
  );
}

function letterDesk(
  settings: HelpDeskSettings,
  { contact, support }: Pick<Site, 'contact' | 'support'>,
  { secret, siteUrl, serverUrl, name, title }: ToCustomers,
): LetterDesk | undefined {
  const { mail, lettersPerHour = LETTERS_PER_HOUR, replyTo = contact.email, takesMail = false } = settings;
  if (!mail) return undefined;
  return {
    sender: { ...mail, name: title, replyTo },
    site: { name, title, contact, support },
    secret,
    siteUrl,
    serverUrl,
    ownAddresses: ownAddresses(settings, contact.email),
    mostPerHour: lettersPerHour,
    takesMail,
  };
}
