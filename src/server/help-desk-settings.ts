import type { Environment } from '../schema/environment.ts';
import type { DeskSettings, HelpDeskSettings } from '../help-desks/help-desks.ts';

/** The help desks that the environment names, each with its own settings; `Environment` has seen that none lacks. */
export function helpDeskSettings(env: Environment): HelpDeskSettings {
  const { SMTP_URL, SMTP_FROM, ALERT_TO, LETTERS_PER_HOUR, REPLY_TO } = env;
  const takesMail = env.IMAP_URL !== undefined || env.MAIL_TOKEN !== undefined;
  return {
    desks: env.HELP_DESKS.map((kind) => deskSettings(kind, env)),
    innerHosts: env.HELP_DESK_INNER_HOSTS,
    ...(SMTP_URL !== undefined &&
      SMTP_FROM !== undefined && {
        mail: { url: SMTP_URL, from: SMTP_FROM },
        lettersPerHour: LETTERS_PER_HOUR,
        ...(takesMail && { takesMail }),
        ...((REPLY_TO !== undefined || takesMail) && { replyTo: REPLY_TO ?? SMTP_FROM }),
      }),
    ...(ALERT_TO !== undefined && { alertTo: ALERT_TO }),
  };
}

function deskSettings(kind: Environment['HELP_DESKS'][number], env: Environment): DeskSettings {
  const fields = env.HELP_DESK_FIELDS;
  switch (kind) {
    case 'smtp':
      return {
        kind,
        url: env.SMTP_URL ?? '',
        from: env.SMTP_FROM ?? '',
        ...(env.SMTP_TO !== undefined && { to: env.SMTP_TO }),
      };
    case 'webhook':
      return { kind, url: env.WEBHOOK_URL ?? '', secrets: env.WEBHOOK_SECRETS ?? [] };
    case 'zendesk':
      return {
        kind,
        url: env.ZENDESK_URL ?? '',
        email: env.ZENDESK_EMAIL ?? '',
        token: env.ZENDESK_TOKEN ?? '',
        fields,
      };
    case 'freshdesk':
      return { kind, url: env.FRESHDESK_URL ?? '', key: env.FRESHDESK_KEY ?? '', fields };
    case 'zammad':
      return {
        kind,
        url: env.ZAMMAD_URL ?? '',
        token: env.ZAMMAD_TOKEN ?? '',
        group: env.ZAMMAD_GROUP ?? '',
        fields,
      };
    case 'chatwoot':
      return {
        kind,
        url: env.CHATWOOT_URL ?? '',
        inbox: env.CHATWOOT_INBOX ?? '',
        ...(env.CHATWOOT_HMAC_TOKEN !== undefined && { hmacToken: env.CHATWOOT_HMAC_TOKEN }),
      };
    case 'help-scout':
      return {
        kind,
        url: env.HELP_SCOUT_URL,
        appId: env.HELP_SCOUT_APP_ID ?? '',
        appSecret: env.HELP_SCOUT_APP_SECRET ?? '',
        mailboxId: Number(env.HELP_SCOUT_MAILBOX),
        fields,
      };
  }
}
