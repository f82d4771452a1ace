import { useEffect, useRef, useState } from 'react';
import { mail as mails } from '../strings/en/contact.ts';
import { keptHere } from '../strings/en/talk.ts';
import type { Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import { mailAddress } from './mail-address.ts';
import type { KeptMessage, Waiting } from './outbox/kept-message.ts';
import { typedIn } from './outbox/same-words.ts';
import { packetSentences, type PacketToSend } from './packet.ts';
import { timeInWords } from './moment-in-words.ts';

type Props = {
  message: KeptMessage & { state: Waiting };
  contact: Contact;
  /** What the e-mail is about that says the same. */
  subject: string;
  /** By when a person would answer if it arrived now, in words; undefined where nobody could be asked. */
  promised: string | undefined;
  /** Whether the browser sends it also when all pages are closed. */
  closesFreely: boolean;
  isSending: boolean;
  /** Whether its reader has just sent it, and so expects to be led here. */
  takesFocus: boolean;
  Heading: 'h1' | 'h2';
  act: Record<'tryNow' | 'change' | 'giveUp' | 'askElse', () => void>;
};

/** A message that could not be sent and is kept in this browser: why, what comes next, and the ways that do not wait. */
export function KeptHere(props: Props) {
  const { message, contact, subject, promised, closesFreely, isSending, takesFocus, Heading, act } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const isOnline = useIsOnline();
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const { body, attempts, met, nextTryAtMs } = message.state;
  const { message: text = '' } = typedIn(body);
  const { packet } = JSON.parse(body) as { packet: PacketToSend };
  const tried = packetSentences(packet, undefined).map(({ sentence }) => sentence);
  const mail = mailAddress(contact.email, subject, [text, '', mails.triedSoFar, ...tried]);
  const said = isOnline ? (met === 'busy' ? busyUntil(nextTryAtMs) : keptHere.online) : keptHere.offline;
  return (
    <section className="kept-here" aria-labelledby="kept-here-title">
      <Heading id="kept-here-title" ref={heading} tabIndex={-1}>
        {said.heading}
      </Heading>
      <p>
        {said.next} {closesFreely ? keptHere.closesFreely : keptHere.leaveOpen}
      </p>
      <p>
        <ContactLine text={keptHere.inAHurry} contact={contact} mail={mail} />
      </p>
      {promised && <p className="muted">{keptHere.promise(promised)}</p>}
      <figure>
        <figcaption className="muted small">{keptHere.written}</figcaption>
        <blockquote dir="auto">{text}</blockquote>
      </figure>
      <p role="status" className="status muted small">
        {isSending ? keptHere.trying : attempts > 1 ? keptHere.tried(attempts) : ''}
      </p>
      <div className="answers">
        <button type="button" aria-disabled={isSending || undefined} onClick={act.tryNow}>
          {keptHere.tryNow}
        </button>
        <button type="button" aria-disabled={isSending || undefined} onClick={act.change}>
          {keptHere.change}
        </button>
        <button type="button" aria-disabled={isSending || undefined} onClick={act.giveUp}>
          {keptHere.takeBack}
        </button>
        <button type="button" className="button-plain" onClick={act.askElse}>
          {keptHere.askElse}
        </button>
      </div>
    </section>
  );
}

function busyUntil(atMs: number): { heading: string; next: string } {
  const moment = timeInWords(new Date(atMs).toISOString(), new Date(), document.documentElement.lang);
  return { heading: keptHere.busy.heading, next: keptHere.busy.next(moment) };
}

function useIsOnline(): boolean {
  const [isOnline, setIsOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setIsOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}
