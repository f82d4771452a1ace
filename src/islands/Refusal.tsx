import { useEffect, useRef } from 'react';
import type { Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import type { RequestError } from '../schema/request-error.ts';
import { mailAddress } from './mail-address.ts';

export type Trouble =
  { kind: 'refused'; status: number; errors: readonly RequestError[] } | { kind: 'no-server' | 'unreachable' };

type Props = {
  trouble: Trouble | undefined;
  contact: Contact;
  /** What was typed and tried, for an e-mail that begins where the form ended. */
  written: () => { subject: string; message: string; tried: readonly string[] };
};

/** Why the message did not go out, what is kept, and the ways that remain. Takes the focus when it appears. */
export function Refusal({ trouble, contact, written }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) box.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  const { subject, message, tried } = written();
  const mail = mailAddress(contact.email, subject, [message, '', 'What I did so far:', ...tried]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="refusal">
      {trouble.kind === 'refused' && (
        <>
          <p>{openingFor(trouble.status)}</p>
          <ul>
            {trouble.errors.map(inWords).map(({ field, problem, fix }) => (
              <li key={field}>
                {problem} {fix}
              </li>
            ))}
          </ul>
        </>
      )}
      {trouble.kind === 'unreachable' && (
        <p>
          {navigator.onLine
            ? 'We could not take your message: our server does not reply.'
            : 'We could not take your message: you are offline.'}{' '}
          Your text is still here, but this browser does not let us keep it for you. Please leave this page open and try
          again in a few minutes, or <ContactLine contact={contact} mail={mail} />.
        </p>
      )}
      {trouble.kind === 'no-server' && (
        <p>
          This page cannot send messages. Your text is still here: <ContactLine contact={contact} mail={mail} /> (the
          e-mail opens with what you wrote and what you tried).
        </p>
      )}
    </div>
  );
}

/** What a status means to the person who wrote the message; the entries below say the rest. */
function openingFor(status: number): string {
  if (status === 422) return 'Nothing is lost. We need a little more before we can send this:';
  if (status === 429) return 'Nothing is lost, and your text is still here:';
  if (status === 413) return 'This was more than we can take in one message:';
  if (status === 503) return 'This is our fault, and your text is still here:';
  return 'We could not read this message. Go back in your browser: your text is still there.';
}

/** The wire names its header; a reader wants to know what became of the first message. */
function inWords(error: RequestError): RequestError {
  if (error.field !== 'Idempotency-Key') return error;
  return {
    field: error.field,
    problem: 'We have the first message from this page; what stands here now says something else.',
    fix: 'Send it once more to have it taken as a second request, or leave this page if the first one said it all.',
  };
}
