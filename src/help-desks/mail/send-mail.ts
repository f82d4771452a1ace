import { createTransport } from 'nodemailer';
import type { DeliveryOutcome } from '../help-desk.ts';

/** A mail as nodemailer takes it, with the envelope that it goes in. */
export type OutgoingMail = Exclude<Parameters<ReturnType<typeof createTransport>['sendMail']>[0], undefined>;

const TIMEOUT_MS = 15_000;

/** What fails like this has failed before any mail was sent. */
const BEFORE_ANY_MAIL = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EENVELOPE', 'ECONFIG']);

/** Hands one mail to the server at `url`; its Message-ID is the ticket. */
export async function sendMail(
  url: string,
  mail: OutgoingMail,
  { timeoutMs = TIMEOUT_MS } = {},
): Promise<DeliveryOutcome> {
  const transport = createTransport({
    ...connectionTo(url),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sent = await transport.sendMail(mail);
    return { kind: 'delivered', ticket: { id: sent.messageId } };
  } catch (error) {
    return failureOf(error as SmtpError);
  } finally {
    transport.close();
  }
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
