import { z } from 'zod';
import { decoded } from './decoded.ts';
import { mailAddress } from './mail-address.ts';

/** The variables that say where mail comes back to. */
export const inboundMailVariables = {
  IMAP_URL: z
    .string()
    .optional()
    .refine((typed) => typed === undefined || mailboxIn(typed) !== undefined, {
      error:
        'Write imaps:// or imap://, name, password, host and folder: imaps://help%40example.com:secret@imap.example.com/INBOX; in name and password write %40 for @, and %25 for %. With imap:// the server has to offer STARTTLS, unless ?tls=never stands at the end.',
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
  const [user, password, folder] = [url.username, url.password, url.pathname.slice(1)].map(decoded);
  if (user === undefined || password === undefined || folder === undefined) return undefined;
  const isSecure = url.protocol === 'imaps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (isSecure ? 993 : 143) : Number(url.port),
    isSecure,
    mayBeClear: url.searchParams.get('tls') === 'never',
    user,
    password,
    folder: folder || 'INBOX',
  };
}
