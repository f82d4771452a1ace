import { useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import type { ArticleHere, Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import { packetOf, packetSentences, withoutParts, type PacketPart, type PacketToSend } from './packet.ts';
import { promiseInWords } from './promise-in-words.ts';
import { mailAddress, send, type FieldError } from './send.ts';
import { readVisit } from './visit.ts';

type Channel = 'email' | 'call-back';
type Answer = { reference: string; statusUrl: string; promisedBy: string; channel: Channel };
type Promises = Record<Channel, string>;
type Trouble = { kind: 'refused'; errors: FieldError[] } | { kind: 'no-server' | 'unreachable' };

type Props = {
  article?: ArticleHere;
  server: string;
  contact: Contact;
  /** What the server already knows, on a page that it rendered; in a static page all of it is found in the browser. */
  rendered?: {
    key: string;
    packet: PacketToSend;
    promises: Promises;
    /** Zone and moment in which the promise was written down, until the reader's own zone is known. */
    timeZone: string;
    now: string;
    language: string;
    typed: Record<string, string>;
    errors: FieldError[];
  };
};

/** The form that reaches a person: first the promise, then a few fields, then what is sent along. */
export default function TalkToAPerson({ article, server, contact, rendered }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [channel, setChannel] = useState<Channel>(rendered?.typed['channel'] === 'call-back' ? 'call-back' : 'email');
  const [packet, setPacket] = useState<PacketToSend | undefined>(rendered?.packet);
  const [struck, setStruck] = useState<ReadonlySet<PacketPart['part']>>(new Set());
  const [trouble, setTrouble] = useState<Trouble | undefined>(rendered?.errors.length ? { kind: 'refused', errors: rendered.errors } : undefined);
  const [sending, setSending] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const [key] = useState(() => rendered?.key ?? crypto.randomUUID());
  const { promises, inWords } = usePromises(server, rendered);

  useEffect(() => {
    setPacket((known) => ({ ...packetOf(readVisit(), article, navigator.userAgent), ...(known && onlyFilled(known)) }));
  }, [article]);
  useTypedText(form, article?.slug ?? '');

  if (answer) return <Taken answer={answer} inWords={inWords} />;

  const errors = trouble?.kind === 'refused' ? trouble.errors : [];
  const parts = packet ? packetSentences(packet, article) : [];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const fields = Object.fromEntries([...new FormData(event.currentTarget)].filter(([name, value]) => TYPED.includes(name) && value !== ''));
    const along = !struck.has('article') && article ? { article: article.slug, version: article.version, audience: article.audience } : {};
    const body = { ...fields, ...along, packet: packet ? withoutParts(packet, struck) : packetOf(readVisit(), article, undefined) };
    const sent = await send<Answer>(`${server}/api/escalations`, body, { 'idempotency-key': key });
    setSending(false);
    if (sent.kind === 'sent') {
      forgetTypedText(article?.slug ?? '');
      setAnswer(sent.answer);
    } else setTrouble(sent);
  };

  return (
    <form ref={form} className="talk-form" method="post" action={`${server}/api/escalations`} onSubmit={submit} noValidate aria-labelledby="talk-title">
      <h2 id="talk-title">Talk to a person</h2>
      <p className="promise">{promises ? `A person answers by ${inWords(promises[channel]).replace(/^on /, '')}.` : 'A person answers within our support hours.'}</p>
      <Refusal trouble={trouble} contact={contact} message={() => String(form.current ? new FormData(form.current).get('message') : '')} tried={parts.map(({ sentence }) => sentence)} title={article?.title} />
      <input type="hidden" name="key" value={key} />
      {article && (
        <>
          <input type="hidden" name="article" value={article.slug} />
          <input type="hidden" name="version" value={article.version} />
          <input type="hidden" name="audience" value={article.audience} />
        </>
      )}
      {packet && <input type="hidden" name="packet" value={JSON.stringify(packet)} />}
      <Field name="message" label="What do you need?" errors={errors} typed={rendered?.typed} rows={5} />
      <Field name="name" label="Your name" errors={errors} typed={rendered?.typed} autoComplete="name" />
      <fieldset className="channel">
        <legend>How shall we answer?</legend>
        {(['email', 'call-back'] as const).map((id) => (
          <label key={id} className="check">
            <input type="radio" name="channel" value={id} defaultChecked={channel === id} onChange={() => setChannel(id)} />
            <span>{id === 'email' ? 'By e-mail' : 'Call me back'}</span>
          </label>
        ))}
      </fieldset>
      <div className="for-email">
        <Field name="email" label="Your e-mail address" type="email" errors={errors} typed={rendered?.typed} autoComplete="email" />
      </div>
      <div className="for-call-back">
        <Field name="phone" label="Your phone number" type="tel" errors={errors} typed={rendered?.typed} autoComplete="tel" />
        <Field name="goodTime" label="When is a good time? (if it matters)" errors={errors} typed={rendered?.typed} />
      </div>
      {parts.length > 0 && (
        <fieldset className="along">
          <legend>What we send along, so that you need not say it again</legend>
          <input type="hidden" name="packet-shown" value="1" />
          {parts.map(({ part, sentence }) => (
            <label key={part} className="check">
              <input type="checkbox" name="keep" value={part} defaultChecked onChange={() => setStruck((before) => toggled(before, part))} />
              <span>{sentence}</span>
            </label>
          ))}
        </fieldset>
      )}
      <button className="button-main" aria-disabled={sending || undefined}>
        {sending ? 'Sending …' : 'Send to a person'}
      </button>
      <p role="status" className="visually-hidden">
        {sending ? 'Sending' : ''}
      </p>
    </form>
  );
}

const TYPED = ['message', 'name', 'channel', 'email', 'phone', 'goodTime'];

type FieldProps = {
  name: string;
  label: string;
  errors: readonly FieldError[];
  typed: Record<string, string> | undefined;
  type?: string;
  rows?: number;
  autoComplete?: string;
};

function Field({ name, label, errors, typed, type = 'text', rows, autoComplete }: FieldProps) {
  const id = useId();
  const error = errors.find(({ field }) => field === name);
  const shared = {
    id,
    name,
    defaultValue: typed?.[name] ?? '',
    autoComplete,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
      {error && (
        <p id={`${id}-error`} className="error">
          {error.problem} {error.fix}
        </p>
      )}
    </div>
  );
}

function Refusal({ trouble, contact, message, tried, title }: { trouble: Trouble | undefined; contact: Contact; message: () => string; tried: string[]; title: string | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) box.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  const mail = mailAddress(contact.email, title ?? 'A question', [message(), '', 'What I did so far:', ...tried]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="refusal">
      {trouble.kind === 'refused' && (
        <>
          <p>Nothing is lost. We need a little more before we can send this:</p>
          <ul>
            {trouble.errors.map(({ field, problem, fix }) => (
              <li key={field}>
                {problem} {fix}
              </li>
            ))}
          </ul>
        </>
      )}
      {trouble.kind === 'unreachable' && (
        <p>
          We could not take your message: our server does not reply. Your text is still here. Please try again in a few minutes, or <ContactLine contact={contact} mail={mail} />.
        </p>
      )}
      {trouble.kind === 'no-server' && (
        <p>
          This page cannot send messages. Your text is still here: <ContactLine contact={contact} mail={mail} /> (the e-mail opens with what you wrote and what you tried).
        </p>
      )}
    </div>
  );
}

function Taken({ answer, inWords }: { answer: Answer; inWords: (at: string) => string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="taken">
      <h2 ref={heading} tabIndex={-1}>
        We have it. A person answers by {inWords(answer.promisedBy).replace(/^on /, '')}.
      </h2>
      <p>
        Your reference is <strong className="reference">{answer.reference}</strong>
      </p>
      <p>
        {answer.channel === 'email' ? 'The answer comes by e-mail.' : 'We call you on the number that you gave us.'} Nothing else to do. You can see how it stands at any time on{' '}
        <a href={answer.statusUrl}>your status page</a>; keep that address to yourself.
      </p>
    </div>
  );
}

/** The promises for both channels; asked of the server where the page did not bring them along. */
function usePromises(server: string, rendered: Props['rendered']) {
  const [promises, setPromises] = useState<Promises | undefined>(rendered?.promises);
  const [isOwnZone, setIsOwnZone] = useState(false);
  useEffect(() => {
    setIsOwnZone(true);
    if (rendered) return;
    fetch(`${server}/api/promises`)
      .then(async (response) => (response.ok && response.headers.get('content-type')?.includes('json') ? setPromises((await response.json()) as Promises) : undefined))
      // Without a promise the form still sends; the answer names the time.
      .catch(() => undefined);
  }, [server, rendered]);
  const language = rendered?.language ?? (typeof document === 'undefined' ? 'en' : document.documentElement.lang);
  const inWords = (at: string) =>
    isOwnZone || !rendered
      ? `${promiseInWords(at, new Date(), language)}, your time`
      : `${promiseInWords(at, new Date(rendered.now), language, rendered.timeZone)}, ${rendered.timeZone.split('/').at(-1)?.replaceAll('_', ' ')} time`;
  return { promises, inWords };
}

const keptAs = (slug: string) => `handrail-typed-${slug}`;

/** Keeps what is typed in the tab, so that a reload or a wrong key loses nothing. */
function useTypedText(form: RefObject<HTMLFormElement | null>, slug: string): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const fields = () => [...element.elements].filter((field): field is HTMLInputElement => 'name' in field && ['message', 'name', 'email', 'phone', 'goodTime'].includes(String(field.name)));
    try {
      const kept = JSON.parse(sessionStorage.getItem(keptAs(slug)) ?? '{}') as Record<string, string>;
      for (const field of fields()) field.value ||= kept[field.name] ?? '';
    } catch {
      // What cannot be read back is not worth an error.
    }
    const keep = () => {
      try {
        sessionStorage.setItem(keptAs(slug), JSON.stringify(Object.fromEntries(fields().map(({ name, value }) => [name, value]))));
      } catch {
        // Storage may be forbidden; the text still stands in the form.
      }
    };
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, slug]);
}

function forgetTypedText(slug: string): void {
  try {
    sessionStorage.removeItem(keptAs(slug));
  } catch {
    // As above.
  }
}

function toggled(before: ReadonlySet<PacketPart['part']>, part: PacketPart['part']): ReadonlySet<PacketPart['part']> {
  const after = new Set(before);
  if (!after.delete(part)) after.add(part);
  return after;
}

/** What the server was told (ticked steps of a plain form) wins over what the tab remembers. */
function onlyFilled(packet: PacketToSend): Partial<PacketToSend> {
  return Object.fromEntries(Object.entries(packet).filter(([, value]) => value.length > 0));
}
