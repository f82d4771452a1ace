import { startReading } from '../inbound-mail/read-mailbox.ts';
import { takeMail } from '../inbound-mail/take-mail.ts';
import type { App } from './app.ts';
import type { Settings } from './settings.ts';

/** Begins to read the mailbox into which customers write back; undefined where none is set up. */
export function openInboundMail(
  { inboundMail }: Pick<Settings, 'inboundMail'>,
  app: App,
  now: () => Temporal.Instant,
): { stop: () => Promise<void> } | undefined {
  const ownAddresses = app.inboundMail?.ownAddresses;
  if (inboundMail?.mailbox === undefined || ownAddresses === undefined) return undefined;
  return startReading({
    mailbox: inboundMail.mailbox,
    take: (raw) => takeMail(raw, { ...app, ownAddresses }, now()),
    log: app.log,
  });
}
