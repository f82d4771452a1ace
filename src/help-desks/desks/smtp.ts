import { createTransport } from 'nodemailer';
import type { Delivery, DeliveryOutcome, HelpDesk } from '../help-desk.ts';

export type MailSettings = { url: string; from: string };
export type SmtpSettings = MailSettings & { kind: 'smtp'; to: string };

const TIMEOUT_MS = 15_000;

/** What fails like this has failed before any mail was sent. */
const BEFORE_ANY_MAIL = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EENVELOPE', 'ECONFIG']);

/**
 * Sends escalations as mail to one address. A mail server cannot be asked what it has taken, so each try has the same
 * Message-ID, and one that may be the second says so.
 */
export function smtp({ url, from, to }: SmtpSettings, { timeoutMs = TIMEOUT_MS } = {}): HelpDesk {
  return {
    kind: 'smtp',
    title: 'The mail server',
    deliver: async (delivery, { mayBeThere }) => {
      const transport = createTransport({
        ...connectionTo(url),
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        const sent = await transport.sendMail(mailOf(delivery, { from, to, mayBeThere }));
        return { kind: 'delivered', ticket: { id: sent.messageId } };
      } catch (error) {
        return failureOf(error as SmtpError);
      } finally {
        transport.close();
      }
    },
  };
}

function connectionTo(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const isSecure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    // A name and a password are never sent in the clear, unless somebody says so in the address.
    requireTLS: username !== '' && searchParams.get('tls') !== 'never',
    ignoreTLS: searchParams.get('tls') === 'never',
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

function mailOf(delivery: Delivery, { from, to, mayBeThere }: { from: string; to: string; mayBeThere: boolean }) {
  const { id, reference, subject, text, requester, fields } = delivery;
  const label =
    `This may be the second mail about ${reference}: ` +
    'an earlier try ended without an answer, and mail cannot be asked whether it arrived.\n\n';
  return {
    messageId: `<${id}@${from.split('@').at(-1)}>`,
    from: { name: 'Handrail', address: from },
    to: { name: '', address: to },
    // Nobody but the desk is ever written to, whatever a reader typed.
    envelope: { from, to: [to] },
    // Names and addresses as parts: as one text, "a@x, b@y" would be two people.
    ...(requester.email !== undefined && { replyTo: { name: requester.name, address: requester.email } }),
    subject,
    text: mayBeThere ? label + text : text,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mayBeThere && { 'X-Handrail-May-Be-Second': 'yes' }),
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`X-Handrail-${kebab(name)}`, value])),
    },
  };
}

function kebab(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter}`);
  return words.replace(/^./, (letter) => letter.toUpperCase());
}

type SmtpError = Error & {
  code?: string;
  syscall?: string;
  timeoutType?: string;
  responseCode?: number;
  response?: string;
};

function failureOf({ code, syscall, timeoutType, responseCode, response = '' }: SmtpError): DeliveryOutcome {
  if (responseCode !== undefined) {
    const failure = { code: `smtp-${responseCode}`, reason: `The mail server answered ${response.slice(0, 300)}` };
    // 5xx is for good (RFC 5321, 4.2.1), except 503, which says that the conversation went wrong, not the mail.
    if (responseCode >= 500 && responseCode !== 503) return { kind: 'rejected', ...failure };
    return { kind: 'retry', ...failure, mayBeThere: false };
  }
  const short = code ?? 'no-answer';
  // The name of the command that nodemailer gives is no help: it is CONN also where the text was sent long ago.
  const isSurelyNotSent =
    BEFORE_ANY_MAIL.has(short) ||
    syscall === 'connect' ||
    // Any but SOCKET_TIMEOUT: while connecting, greeting or turning on TLS.
    (timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT');
  return {
    kind: 'retry',
    code: short,
    reason: `The mail server did not answer to the end (${short}).`,
    mayBeThere: !isSurelyNotSent,
  };
}
