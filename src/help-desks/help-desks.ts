import { chatwoot, type ChatwootSettings } from './desks/chatwoot.ts';
import { freshdesk, type FreshdeskSettings } from './desks/freshdesk.ts';
import { helpScout, type HelpScoutSettings } from './desks/help-scout.ts';
import { smtp, type MailSettings, type SmtpSettings } from './desks/smtp.ts';
import { webhook, type WebhookSettings } from './desks/webhook.ts';
import { zammad, type ZammadSettings } from './desks/zammad.ts';
import { zendesk, type ZendeskSettings } from './desks/zendesk.ts';
import type { HelpDesk } from './help-desk.ts';
import { httpClient, type HttpClient } from './http/http-client.ts';

export type DeskSettings =
  | (Omit<SmtpSettings, 'to'> & { to?: string })
  | WebhookSettings
  | ZendeskSettings
  | FreshdeskSettings
  | ZammadSettings
  | ChatwootSettings
  | HelpScoutSettings;

export type HelpDeskSettings = {
  desks: readonly DeskSettings[];
  /** Hosts that may be in a private network or answer without https. */
  innerHosts: readonly string[];
  /** Our own mail, by which alerts are sent. */
  mail?: MailSettings;
  alertTo?: string;
  /** At most so many automatic letters an hour to addresses that nobody confirmed. */
  lettersPerHour?: number;
  /** Where customers write back to; absent: the address in site.yaml. */
  replyTo?: string;
  /** Whether what they write back is read here. */
  takesMail?: boolean;
};

/** Every help desk that is set up. `contactEmail` gets the mail of a desk "smtp" that names no address of its own. */
export function openHelpDesks(
  { desks, innerHosts }: HelpDeskSettings,
  contactEmail: string,
  http: HttpClient = httpClient({ innerHosts }),
): HelpDesk[] {
  return desks.map((settings) => openHelpDesk(settings, contactEmail, http));
}

function openHelpDesk(settings: DeskSettings, contactEmail: string, http: HttpClient): HelpDesk {
  switch (settings.kind) {
    case 'smtp':
      return smtp({ ...settings, to: settings.to ?? contactEmail });
    case 'webhook':
      return webhook(settings, http);
    case 'zendesk':
      return zendesk(settings, http);
    case 'freshdesk':
      return freshdesk(settings, http);
    case 'zammad':
      return zammad(settings, http);
    case 'chatwoot':
      return chatwoot(settings, http);
    case 'help-scout':
      return helpScout(settings, http);
  }
}
