import { useEffect, useRef, useState } from 'react';
import type { Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import { mailAddress } from './mail-address.ts';
import type { KeptMessage, Waiting } from './outbox/kept-message.ts';
import { keptInWords } from './outbox/news-in-words.ts';
import { typedIn } from './outbox/same-words.ts';
import { packetSentences, type PacketToSend } from './packet.ts';

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
  const { body, attempts } = message.state;
  const { message: text = '' } = typedIn(body);
  const { packet } = JSON.parse(body) as { packet: PacketToSend };
  const tried = packetSentences(packet, undefined).map(({ sentence }) => sentence);
  const mail = mailAddress(contact.email, subject, [text, '', 'What I did so far:', ...tried]);
  const said = keptInWords({ isOnline });
  return (
    <section className="kept-here" aria-labelledby="kept-here-title" data-message={message.key}>
      <Heading id="kept-here-title" ref={heading} tabIndex={-1}>
        {said.heading}
      </Heading>
      <p>
        {said.next}{' '}
        {closesFreely
          ? 'You can close this page: this browser sends it by itself.'
          : 'Leave this page open, or come back to any page of ours in this browser: then it goes out.'}
      </p>
      <p>
        In a hurry? Then <ContactLine contact={contact} mail={mail} />.
      </p>
      {promised && (
        <p className="muted">
          Our time to answer begins when it has arrived. If that were now, a person would answer by {promised}.
        </p>
      )}
      <figure>
        <figcaption className="muted small">What you wrote</figcaption>
        <blockquote dir="auto">{text}</blockquote>
      </figure>
      <p role="status" className="status muted small">
        {isSending ? 'Trying …' : attempts > 1 ? `Tried ${attempts} times so far, and we go on.` : ''}
      </p>
      <div className="answers">
        <button type="button" aria-disabled={isSending || undefined} onClick={act.tryNow}>
          Try now
        </button>
        <button type="button" aria-disabled={isSending || undefined} onClick={act.change}>
          Change it
        </button>
        <button type="button" aria-disabled={isSending || undefined} onClick={act.giveUp}>
          Take it back
        </button>
        <button type="button" className="button-plain" onClick={act.askElse}>
          Ask something else
        </button>
      </div>
    </section>
  );
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
