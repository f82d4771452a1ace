import { useEffect, useRef } from 'react';
import { mail as mails } from '../strings/en/contact.ts';
import { refusal } from '../strings/en/talk.ts';
import type { Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import type { RequestError } from '../schema/request-error.ts';
import { mailAddress } from './mail-address.ts';
import { TYPED_FIELDS } from './use-typed-text.ts';

export type Trouble =
  { kind: 'refused'; status: number; errors: readonly RequestError[] } | { kind: 'no-server' | 'unreachable' | 'busy' };

type Props = {
  trouble: Trouble | undefined;
  contact: Contact;
  /** Id of the field that has this name, where the form shows one: what to do is said there. */
  idOf: (field: string) => string | undefined;
  /** What was typed and tried, for an e-mail that begins where the form ended. */
  written: () => { subject: string; message: string; tried: readonly string[] };
};

/** Why the message did not go out, what is kept, and the ways that remain. Takes the focus when it appears. */
export function Refusal({ trouble, contact, idOf, written }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) box.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  const { subject, message, tried } = written();
  const mail = mailAddress(contact.email, subject, [message, '', mails.triedSoFar, ...tried]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="refusal">
      {trouble.kind === 'refused' && (
        <>
          <p>{openingFor(trouble.status)}</p>
          <ul>
            {inOrder(trouble.errors)
              .map(inWords)
              .map(({ field, problem, fix }) => (
                <li key={`${field} ${problem}`}>
                  {idOf(field) === undefined ? `${problem} ${fix}` : <a href={`#${idOf(field)}`}>{problem}</a>}
                </li>
              ))}
          </ul>
        </>
      )}
      {(trouble.kind === 'unreachable' || trouble.kind === 'busy') && (
        <p>
          {trouble.kind === 'busy' ? refusal.busy : navigator.onLine ? refusal.noReply : refusal.offline}{' '}
          <ContactLine text={refusal.notKept} contact={contact} mail={mail} />
        </p>
      )}
      {trouble.kind === 'no-server' && (
        <p>
          <ContactLine text={refusal.noServer} contact={contact} mail={mail} />
        </p>
      )}
    </div>
  );
}

/** What a status means to the person who wrote the message; the entries below say the rest. */
function openingFor(status: number): string {
  if (status === 422) return refusal.needsMore;
  if (status === 429) return refusal.later;
  if (status === 413) return refusal.tooLarge;
  if (status === 503) return refusal.ourFault;
  return refusal.unreadable;
}

/** As the fields stand in the form; what belongs to none of them comes first. */
function inOrder(errors: readonly RequestError[]): RequestError[] {
  return [...errors].sort((one, other) => TYPED_FIELDS.indexOf(one.field) - TYPED_FIELDS.indexOf(other.field));
}

/** The wire names its header; a reader wants to know what became of the first message. */
function inWords(error: RequestError): RequestError {
  return error.field === 'Idempotency-Key' ? { field: error.field, ...refusal.sentBefore } : error;
}
