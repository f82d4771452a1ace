import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { EscalationAnswer } from '../schema/escalation.ts';
import type { RequestError } from '../schema/request-error.ts';
import type { ArticleHere, Contact } from './article-here.ts';
import {
  packetOf,
  packetSentences,
  withoutParts,
  type CastVote,
  type PacketPart,
  type PacketToSend,
} from './packet.ts';
import { Refusal, type Trouble } from './Refusal.tsx';
import { randomId } from './random-id.ts';
import { send } from './send.ts';
import { Taken } from './Taken.tsx';
import { TalkField } from './TalkField.tsx';
import { usePromises, type RenderedPromises } from './use-promises.ts';
import { forgetTypedText, useTypedText } from './use-typed-text.ts';
import { readVisit } from './visit.ts';

export type TalkProps = {
  article?: ArticleHere;
  server: string;
  contact: Contact;
  /** What the reader said of the article a moment ago. */
  vote?: CastVote;
  /** What the server already knows, on a page that it rendered; in a static page all of it is found in the browser. */
  rendered?: RenderedPromises & {
    key: string;
    packet: PacketToSend;
    typed: Record<string, string>;
    /** Of a form that came back: why, and which parts its reader had left in. */
    refused?: { status: number; errors: RequestError[]; kept?: string[] };
  };
};

/** The form that reaches a person: first the promise, then a few fields, then what is sent along. */
export default function TalkToAPerson({ article, server, contact, vote, rendered }: TalkProps) {
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [channel, setChannel] = useState<EscalationAnswer['channel']>(
    rendered?.typed['channel'] === 'call-back' ? 'call-back' : 'email',
  );
  const [remembered, setRemembered] = useState<PacketToSend | undefined>(rendered?.packet);
  const [struck, setStruck] = useState<ReadonlySet<PacketPart['part']>>(() => struckBefore(rendered));
  const [trouble, setTrouble] = useState<Trouble | undefined>(
    rendered?.refused && { kind: 'refused', ...rendered.refused },
  );
  const [sending, setSending] = useState(false);
  const [answer, setAnswer] = useState<EscalationAnswer>();
  const [key, setKey] = useState(() => rendered?.key ?? randomId());
  const { promises, inWords } = usePromises(server, rendered);

  useEffect(() => {
    setRemembered((known) => joined(packetOf(readVisit(), article, navigator.userAgent), known));
  }, [article]);
  useTypedText(form, article?.slug ?? '', key, setKey);
  useEffect(() => {
    // In an article the button that opened this has just gone; on a page of its own the reader has not begun.
    if (!rendered) title.current?.focus();
  }, [rendered]);

  // A page of its own has it as its title; within an article it is a part.
  const Heading = rendered ? 'h1' : 'h2';
  if (answer) return <Taken answer={answer} inWords={inWords} Heading={Heading} />;

  const errors = trouble?.kind === 'refused' ? trouble.errors : [];
  const packet = remembered && { ...remembered, ...(vote && { vote }) };
  const parts = packet ? packetSentences(packet, article) : [];

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const fields = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(
        ([name, value]) => FIELDS_FOR[channel].includes(name) && value !== '',
      ),
    );
    const along =
      !struck.has('article') && article
        ? { article: article.slug, version: article.version, audience: article.audience }
        : {};
    const body = {
      ...fields,
      ...along,
      packet: packet ? withoutParts(packet, struck) : packetOf(readVisit(), article, undefined),
    };
    const sent = await send<EscalationAnswer>(`${server}/api/escalations`, body, { 'idempotency-key': key });
    setSending(false);
    if (sent.kind === 'sent') {
      forgetTypedText(article?.slug ?? '');
      setAnswer(sent.answer);
    } else {
      // The first message is with us; what stands here now is another one, and needs a key of its own.
      if (sent.kind === 'refused' && sent.errors.some(({ field }) => field === 'Idempotency-Key')) setKey(randomId());
      setTrouble(sent);
    }
  };

  return (
    <form
      ref={form}
      className="talk-form"
      method="post"
      action={`${server}/api/escalations`}
      onSubmit={submit}
      noValidate
      aria-labelledby="talk-title"
    >
      <Heading id="talk-title" ref={title} tabIndex={-1}>
        Talk to a person
      </Heading>
      <p className="promise">
        {promises ? `A person answers by ${inWords(promises[channel])}.` : 'A person answers within our support hours.'}
      </p>
      <Refusal trouble={trouble} contact={contact} written={() => written(form.current, article, parts)} />
      <input type="hidden" name="key" value={key} />
      {article && (
        <>
          <input type="hidden" name="article" value={article.slug} />
          <input type="hidden" name="version" value={article.version} />
          <input type="hidden" name="audience" value={article.audience} />
        </>
      )}
      {packet && <input type="hidden" name="packet" value={JSON.stringify(packet)} />}
      <TalkField
        name="message"
        label="What happens, and what do you need?"
        errors={errors}
        typed={rendered?.typed}
        rows={5}
      />
      <TalkField name="name" label="Your name" errors={errors} typed={rendered?.typed} autoComplete="name" />
      <fieldset className="channel">
        <legend>How shall we answer?</legend>
        {(['email', 'call-back'] as const).map((id) => (
          <label key={id} className="check">
            <input
              type="radio"
              name="channel"
              value={id}
              defaultChecked={channel === id}
              onChange={() => setChannel(id)}
            />
            <span>{id === 'email' ? 'By e-mail' : 'Call me back'}</span>
          </label>
        ))}
      </fieldset>
      <div className="for-email">
        <TalkField
          name="email"
          label="Your e-mail address"
          type="email"
          errors={errors}
          typed={rendered?.typed}
          autoComplete="email"
        />
      </div>
      <div className="for-call-back">
        <TalkField
          name="phone"
          label="Your phone number"
          type="tel"
          errors={errors}
          typed={rendered?.typed}
          autoComplete="tel"
        />
        <TalkField
          name="goodTime"
          label="When is a good time? (if it matters)"
          errors={errors}
          typed={rendered?.typed}
        />
      </div>
      {parts.length > 0 && (
        <fieldset className="along">
          <legend>What we send along, so that you need not say it again</legend>
          <input type="hidden" name="packet-shown" value="1" />
          {parts.map(({ part, sentence }) => (
            <label key={part} className="check">
              <input
                type="checkbox"
                name="keep"
                value={part}
                defaultChecked={!struck.has(part)}
                onChange={() => setStruck((before) => toggled(before, part))}
              />
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

/** What a reader typed for the other way of answering is not on the screen, so it is not sent. */
const FIELDS_FOR: Record<EscalationAnswer['channel'], readonly string[]> = {
  email: ['message', 'name', 'channel', 'email'],
  'call-back': ['message', 'name', 'channel', 'phone', 'goodTime'],
};

/** Parts that were struck out in a form that came back stay struck out. */
function struckBefore(rendered: TalkProps['rendered']): ReadonlySet<PacketPart['part']> {
  const kept = rendered?.refused?.kept;
  if (kept === undefined) return new Set();
  const parts: PacketPart['part'][] = [
    'article',
    'searches',
    'visited',
    'steps',
    'choices',
    'vote',
    'moment',
    'browser',
  ];
  return new Set(parts.filter((part) => !kept.includes(part)));
}

function written(form: HTMLFormElement | null, article: ArticleHere | undefined, parts: readonly PacketPart[]) {
  const message = form ? String(new FormData(form).get('message') ?? '') : '';
  return { subject: article?.title ?? 'A question', message, tried: parts.map(({ sentence }) => sentence) };
}

function toggled(before: ReadonlySet<PacketPart['part']>, part: PacketPart['part']): ReadonlySet<PacketPart['part']> {
  const after = new Set(before);
  if (!after.delete(part)) after.add(part);
  return after;
}

/** What the server was told (ticked steps of a plain form) wins over what the tab remembers, but for searches. */
function joined(remembered: PacketToSend, told: PacketToSend | undefined): PacketToSend {
  const filled = Object.fromEntries(
    Object.entries(told ?? {}).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
  const { searches } = remembered;
  // The tab knows all searches of the visit, the address only the one that led here.
  return { ...remembered, ...filled, ...(searches.length > 0 && { searches }) };
}
