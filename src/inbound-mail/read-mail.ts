import { convert } from 'html-to-text';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { replyText } from './reply-text.ts';

/** A mail that came back, as far as it matters here. */
export type InboundMail = {
  /** RFC 5322 Message-ID with its brackets; empty where it has none. */
  messageId: string;
  /** Lower case; empty where nobody is named. */
  from: string;
  subject: string;
  /** Ids of the mails that this one answers, the nearest first. */
  answers: readonly string[];
  /** What was written, without what was quoted below it. */
  text: string;
  attachments: readonly { name: string; bytes: number }[];
  kind: MailKind;
};

/** `automatic`: no person wrote it; `bounce`: ours did not arrive, with the reason where the report names one. */
export type MailKind = { kind: 'personal' } | { kind: 'automatic' } | { kind: 'bounce'; reason: string };

const MAX_ANSWERS = 100;

/** Reads a mail as it came, RFC 5322. Throws where it is not one, or is built to exhaust whoever reads it. */
export async function readMail(raw: Uint8Array): Promise<InboundMail> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 30 });
  const kind = kindOf(mail, raw);
  return {
    messageId: keepable(mail.messageId ?? ''),
    from: keepable(addressOf(mail.from).toLowerCase()),
    subject: mail.subject ?? '',
    answers: answersOf(mail, kind, raw),
    text: replyText(mail.text ?? fromHtml(mail.html ?? '')),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? mimeType,
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
    kind,
  };
}

/** A NUL is refused by PostgreSQL, and with it the whole mail would be, at every visit. */
function keepable(written: string): string {
  return written.replaceAll('\0', '\uFFFD').toWellFormed();
}

function addressOf(address: Address | undefined): string {
  return address?.address ?? address?.group?.[0]?.address ?? '';
}

/** Links keep their addresses; pictures and layout are left out. */
function fromHtml(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 1_000_000 },
    selectors: [{ selector: 'img', format: 'skip' }],
  });
}

function answersOf(mail: Email, { kind }: MailKind, raw: Uint8Array): string[] {
  const named = [mail.inReplyTo ?? '', ...(mail.references ?? '').split(/\s+/).reverse()];
  // A report holds the mail that did not arrive, or its head, somewhere within.
  const within = kind === 'bounce' ? headText(raw).matchAll(/^Message-ID:\s*(<[^<>\s]+>)/gim) : [];
  const ids = [...named.join(' ').matchAll(/<[^<>\s]+>/g)].map(([id]) => id);
  return [...new Set([...ids, ...[...within].map(([, id = '']) => id)])].slice(0, MAX_ANSWERS);
}

/** RFC 3834 and what mail programs did before it; RFC 3464 for reports. */
function kindOf(mail: Email, raw: Uint8Array): MailKind {
  const header = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? '';
  const sender = addressOf(mail.from).toLowerCase();
  const isReport = /multipart\/report/.test(header('content-type')) && /delivery-status/.test(header('content-type'));
  const isWithoutReturn = header('return-path') === '<>';
  // A postmaster is also a person, who may be a customer.
  if (isReport || /^mailer-daemon@/.test(sender) || (/^postmaster@/.test(sender) && isWithoutReturn)) {
    const text = headText(raw);
    const isDelay = /^Action:\s*(delayed|delivered|relayed|expanded)/im.test(text);
    if (isDelay && !/^Action:\s*failed/im.test(text)) return { kind: 'automatic' };
    const reason = /^Diagnostic-Code:\s*(?:[\w-]+;)?\s*(.{1,300})/im.exec(text)?.[1]?.trim();
    return { kind: 'bounce', reason: keepable(reason ?? 'The mail server gives no reason.') };
  }
  const submitted = header('auto-submitted');
  const isAutomatic =
    (submitted !== '' && submitted !== 'no') ||
    /^(bulk|list|junk|auto_reply)$/.test(header('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'list-id', 'feedback-id'].some((name) => header(name) !== '') ||
    isWithoutReturn ||
    /^(no-?reply|do-?not-?reply)@/.test(sender);
  return isAutomatic ? { kind: 'automatic' } : { kind: 'personal' };
}

const REPORT_LENGTH = 200_000;

function headText(raw: Uint8Array): string {
  return new TextDecoder('latin1').decode(raw.subarray(0, REPORT_LENGTH));
}
