import { z } from 'zod';
import { decoded } from './decoded.ts';
import { mailAddress } from './mail-address.ts';

export const DESK_KINDS = ['smtp', 'webhook', 'zendesk', 'freshdesk', 'zammad', 'chatwoot', 'help-scout'] as const;
export type DeskKind = (typeof DESK_KINDS)[number];

/** Variables that a kind of desk cannot do without. */
const NEEDED = {
  smtp: ['SMTP_URL', 'SMTP_FROM'],
  webhook: ['WEBHOOK_URL', 'WEBHOOK_SECRETS'],
  zendesk: ['ZENDESK_URL', 'ZENDESK_EMAIL', 'ZENDESK_TOKEN'],
  freshdesk: ['FRESHDESK_URL', 'FRESHDESK_KEY'],
  zammad: ['ZAMMAD_URL', 'ZAMMAD_TOKEN', 'ZAMMAD_GROUP'],
  chatwoot: ['CHATWOOT_URL', 'CHATWOOT_INBOX'],
  'help-scout': ['HELP_SCOUT_APP_ID', 'HELP_SCOUT_APP_SECRET', 'HELP_SCOUT_MAILBOX'],
} as const satisfies Record<DeskKind, readonly string[]>;

const FIELD = /^(reference|channel|promisedBy|article|version|audience|phone)=[\w-]+$/;

/** How many automatic letters may go to addresses that nobody confirmed, all together, within an hour. */
export const LETTERS_PER_HOUR = 100;

/** The variables that say to which help desks escalations are delivered. */
export const helpDeskVariables = {
  HELP_DESKS: z
    .string()
    .default('')
    .transform(words)
    .superRefine((kinds, context) => {
      const unknown = kinds.filter((kind) => !(DESK_KINDS as readonly string[]).includes(kind));
      if (unknown.length === 0 && new Set(kinds).size === kinds.length) return;
      const problem = unknown.length
        ? `HELP_DESKS names "${unknown.join('", "')}", which no help desk here is called.`
        : 'HELP_DESKS names a help desk twice.';
      const message = `Name each once, with commas between: ${DESK_KINDS.join(', ')}.`;
      context.addIssue({ code: 'custom', message, params: { problem } });
    })
    .transform((kinds) => kinds as DeskKind[])
    .describe('Help desks that get every escalation.'),
  HELP_DESK_INNER_HOSTS: z
    .string()
    .default('')
    .transform((typed) => words(typed.toLowerCase()))
    .describe('Hosts of help desks that may be inside the own network, or answer without https.'),
  HELP_DESK_FIELDS: z
    .string()
    .default('')
    .transform(words)
    .refine((pairs) => pairs.every((pair) => FIELD.test(pair)), {
      error:
        'Write pairs with commas between, such as reference=360001,article=360002. ' +
        'Known are reference, channel, promisedBy, article, version, audience and phone.',
      params: { problem: 'HELP_DESK_FIELDS is not a list of fields and of what the desk calls them.' },
    })
    .transform((pairs) => Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])))
    .describe('Own fields of the desk (Zendesk, Freshdesk, Zammad, Help Scout) that are filled.'),
  ALERT_TO: mailAddress('ALERT_TO').optional().describe('Who is told by mail when a desk rejects an escalation.'),
  SMTP_URL: z
    .string()
    .refine(isMailServer, {
      error:
        'Write smtp:// or smtps://, with name and password where they are needed (in them %40 for @, and %25 for %): smtps://me:secret@mail.example.com.',
      params: { problem: 'SMTP_URL is not the address of a mail server.' },
    })
    .optional()
    .describe('The server that sends our mail.'),
  SMTP_FROM: mailAddress('SMTP_FROM').optional().describe('Address from which our mail is sent.'),
  SMTP_TO: mailAddress('SMTP_TO')
    .optional()
    .describe('Where the desk "smtp" sends escalations; unset: the e-mail address in site.yaml.'),
  LETTERS_PER_HOUR: z
    .string()
    .default(String(LETTERS_PER_HOUR))
    .refine((typed) => /^[1-9]\d{0,6}$/.test(typed), {
      error: 'Write a number from 1 to 9999999, such as 100.',
      params: { problem: 'LETTERS_PER_HOUR is not a number of letters.' },
    })
    .transform(Number)
    .describe('How many letters may go in an hour to addresses that nobody has confirmed; more than that wait.'),
  WEBHOOK_URL: deskAddress('WEBHOOK_URL').optional().describe('Where the desk "webhook" posts escalations.'),
  WEBHOOK_SECRETS: z
    .string()
    .transform(words)
    .refine((secrets) => secrets.every(isWebhookSecret), {
      error:
        'Write whsec_ and 24 to 64 random bytes in base64 (whsec_$(openssl rand -base64 32)); two while you rotate.',
      params: { problem: 'WEBHOOK_SECRETS holds a secret that is none of Standard Webhooks.' },
    })
    .optional()
    .describe('Secrets with which the webhook is signed, the new one first.'),
  ZENDESK_URL: deskAddress('ZENDESK_URL').optional().describe('Address of your Zendesk: https://example.zendesk.com.'),
  ZENDESK_EMAIL: mailAddress('ZENDESK_EMAIL').optional().describe('Agent in whose name tickets are made.'),
  ZENDESK_TOKEN: z.string().optional().describe('API token of Zendesk.'),
  FRESHDESK_URL: deskAddress('FRESHDESK_URL')
    .optional()
    .describe('Address of your Freshdesk: https://example.freshdesk.com.'),
  FRESHDESK_KEY: z.string().optional().describe('API key of an agent of Freshdesk.'),
  ZAMMAD_URL: deskAddress('ZAMMAD_URL').optional().describe('Address of your Zammad.'),
  ZAMMAD_TOKEN: z.string().optional().describe('Access token of Zammad with ticket.agent.'),
  ZAMMAD_GROUP: z.string().optional().describe('Group in Zammad that gets the tickets.'),
  CHATWOOT_URL: deskAddress('CHATWOOT_URL').optional().describe('Address of your Chatwoot.'),
  CHATWOOT_INBOX: z.string().optional().describe('Identifier of an API inbox of Chatwoot.'),
  CHATWOOT_HMAC_TOKEN: z.string().optional().describe('Token of that inbox, where it wants identities proven.'),
  HELP_SCOUT_URL: deskAddress('HELP_SCOUT_URL').default('https://api.helpscout.net').describe('API of Help Scout.'),
  HELP_SCOUT_APP_ID: z.string().optional().describe('App ID of your OAuth2 application in Help Scout.'),
  HELP_SCOUT_APP_SECRET: z.string().optional().describe('App secret of that application.'),
  HELP_SCOUT_MAILBOX: z
    .string()
    .regex(/^[0-9]{1,15}$/, 'Write the number of the mailbox, which stands in its address.')
    .optional()
    .describe('Mailbox of Help Scout that gets the conversations.'),
};

type SetVariables = Readonly<Record<string, unknown>>;

/** Adds an issue for every variable that a desk or the mail needs and that is not set. */
export function addMissing(set: SetVariables, context: z.core.$RefinementCtx): void {
  const missing = new Map<string, string>();
  // Where HELP_DESKS itself is wrong, it is still what was typed.
  const kinds: readonly DeskKind[] = Array.isArray(set['HELP_DESKS']) ? set['HELP_DESKS'].filter(isKind) : [];
  for (const kind of kinds) {
    for (const name of NEEDED[kind]) {
      if (set[name] === undefined) missing.set(name, `The help desk "${kind}" needs ${name}, which is not set.`);
    }
  }
  if (set['SMTP_URL'] !== undefined && set['SMTP_FROM'] === undefined && !missing.has('SMTP_FROM')) {
    missing.set('SMTP_FROM', 'Mail is sent by SMTP_URL, but SMTP_FROM, its sender, is not set.');
  }
  for (const [name, problem] of missing) {
    const about = helpDeskVariables[name as keyof typeof helpDeskVariables].description;
    context.addIssue({ code: 'custom', path: [name], message: `Set it: ${about ?? ''}`, params: { problem } });
  }
}

function isMailServer(typed: string): boolean {
  const url = URL.parse(typed);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false;
  return [url.username, url.password].every((part) => decoded(part) !== undefined);
}

function isKind(kind: unknown): kind is DeskKind {
  return (DESK_KINDS as readonly unknown[]).includes(kind);
}

function words(typed: string): string[] {
  return typed.split(/[\s,]+/).filter(Boolean);
}

/** Names and passwords have variables of their own, so that they are never logged with an address. */
function deskAddress(name: string) {
  return z
    .string()
    .refine(isPlainAddress, {
      error: 'Write the whole address without name, password and #, such as https://desk.example.com.',
      params: { problem: `${name} is not the address of a help desk.` },
    })
    .transform((typed) => typed.replace(/\/+$/, ''));
}

function isPlainAddress(typed: string): boolean {
  const url = URL.parse(typed);
  return url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.hash === '';
}

function isWebhookSecret(secret: string): boolean {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  // Four characters are three bytes, less what = stands for.
  const bytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  return bytes >= 24 && bytes <= 64;
}
