import { z } from 'zod';
import { mailAddress } from './mail-address.ts';

/** The variables that say where mail comes back to. */
export const inboundMailVariables = {
  IMAP_URL: z
    .string()
    .optional()
    .refine((typed) => typed === undefined || mailboxIn(typed) !== undefined, {
      error:
        'Write imaps:// or imap://, name, password, host and folder: imaps://help%40example.com:secret@imap.example.com/INBOX; in name and password write %40 for @.',
      params: { problem: 'IMAP_URL is not the address of a mailbox.' },
    })
    .transform((typed) => (typed === undefined ? undefined : mailboxIn(typed)))
    .describe('Mailbox into which customers write back; its unread mail is put with the requests.'),
  MAIL_TOKEN: z
    .string()
    .optional()
    .refine((typed) => typed === undefined || typed.length >= 32, {
      error: 'Use at least 32 random characters: openssl rand -hex 32.',
      params: { problem: 'MAIL_TOKEN is short enough to be guessed.' },
    })
    .describe('With it a mail service may post what customers write back to /api/mail, instead of a mailbox.'),
  REPLY_TO: mailAddress('REPLY_TO')
    .optional()
    .describe('Where customers write back to; unset: SMTP_FROM where mail is read, else the address in site.yaml.'),
};

/** RFC 5092 as far as it is used: who, where, and which folder. */
function mailboxIn(typed: string) {
  const url = URL.parse(typed);
  if (url === null || !/^imaps?:$/.test(url.protocol) || url.hostname === '' || url.username === '') return undefined;
  const isSecure = url.protocol === 'imaps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (isSecure ? 993 : 143) : Number(url.port),
    isSecure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  };
}
