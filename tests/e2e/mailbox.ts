import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A real mail server on loopback; `next` waits for a mail in which the pattern is, as it was sent. */
export async function mailbox() {
  const mails: { to: string[]; source: string }[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      void text(stream).then((source) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
        for (const look of waiting) look();
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listening.once('listening', resolve));
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    next: (pattern: RegExp) =>
      new Promise<{ to: string[]; source: string }>((resolve) => {
        const look = () => {
          const found = mails.find(({ source }) => pattern.test(source));
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
