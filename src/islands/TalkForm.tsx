import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import type { EscalationAnswer } from '../schema/escalation.ts';
import { mail } from '../strings/en/contact.ts';
import { talk } from '../strings/en/talk.ts';
import type { ArticleHere } from './article-here.ts';
import type { KeptMessage } from './outbox/kept-message.ts';
import { packetOf, packetSentences, titlesOf, withoutParts } from './packet.ts';
import type { PacketPart, PacketToSend, Titles } from './packet.ts';
import { useProofProgress } from './use-proof-progress.ts';
import { Refusal } from './Refusal.tsx';
import { TalkField } from './TalkField.tsx';
import { struckWith, ticksIn } from './ticks-in.ts';
import { Trap } from './Trap.tsx';
import type { TalkProps } from './talk-props.ts';
import type { usePromises } from './use-promises.ts';
import type { Stage, useSending } from './use-sending.ts';
import { useTypedText } from './use-typed-text.ts';
import { readVisit } from './visit.ts';

type Props = Pick<TalkProps, 'server' | 'contact'> &
  ReturnType<typeof usePromises> & {
    article: TalkProps['article'] | undefined;
    vote: TalkProps['vote'] | undefined;
    rendered: TalkProps['rendered'] | undefined;
    Heading: 'h1' | 'h2';
    sending: ReturnType<typeof useSending>;
    stage: Extract<Stage, { kind: 'writing' }>;
  };

/** The form that reaches a person: first the promise, then a few fields, then what is sent along. */
export function TalkForm(props: Props) {
  const { article, server, contact, vote, rendered, promises, inWords, Heading, sending, stage } = props;
  const { key, setKey, trouble, isSending, submit, putBack } = sending;
  const { typed } = stage.start;
  const proved = useProofProgress(isSending);
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const idFor = (field: string) => `${id}-${field}`;
  const [channel, setChannel] = useState<EscalationAnswer['channel']>(
    typed['channel'] === 'call-back' ? 'call-back' : 'email',
  );
  const [remembered, setRemembered] = useState<PacketToSend | undefined>(rendered?.packet);
  const [titles, setTitles] = useState<Titles>();
  // On a page of its own the reader has not begun.
  const [leadsHere] = useState((!rendered || stage.isFresh) && !trouble);
  const [struck, setStruck] = useState<ReadonlySet<PacketPart['part']>>(() => new Set(stage.start.struck));

  useEffect(() => {
    const visit = readVisit();
    setTitles(titlesOf(visit));
    setRemembered((known) => joined(packetOf(visit, article, navigator.userAgent), known));
  }, [article]);
  useEffect(() => {
    if (!form.current) return;
    // Before this listened, its reader may have chosen and struck out already.
    const ticks = ticksIn(form.current);
    setChannel(ticks.channel);
    setStruck((before) => struckWith(before, ticks));
  }, []);
  useTypedText(form, article?.slug ?? '', key, setKey);
  useEffect(() => {
    // The button that led here has just gone. Where something is wrong, that takes the focus instead.
    if (leadsHere) title.current?.focus();
  }, [leadsHere]);

  const errors = trouble?.kind === 'refused' ? trouble.errors : [];
  const packet = remembered && { ...remembered, ...(vote && { vote }) };
  const shownId = (field: string) => (FIELDS_FOR[channel].includes(field) ? idFor(field) : undefined);
  const parts = packet ? packetSentences(packet, article, titles) : [];

  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // As it stands there: what was sent off before this listened comes here before its ticks are known.
    const ticks = ticksIn(event.currentTarget);
    const out = struckWith(struck, ticks);
    const fields = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(
        ([name, value]) => (name === 'channel' || FIELDS_FOR[ticks.channel].includes(name)) && value !== '',
      ),
    );
    const along =
      !out.has('article') && article
        ? { article: article.slug, version: article.version, audience: article.audience, ...textOf(article) }
        : {};
    const body = {
      ...fields,
      ...along,
      packet: packet ? withoutParts(packet, out) : packetOf(readVisit(), article, undefined),
    };
    void submit({
      address: `${server}/api/escalations`,
      body: JSON.stringify(body),
      page: pageOf(location),
      struck: [...out],
    });
  };

  return (
    <form
      ref={form}
      className="talk-form"
      method="post"
      action={`${server}/api/escalations`}
      onSubmit={send}
      noValidate
      aria-labelledby="talk-title"
    >
      <Heading id="talk-title" ref={title} tabIndex={-1}>
        {talk.heading}
      </Heading>
      {stage.takenBack && <TakenBack message={stage.takenBack} putBack={putBack} />}
      {stage.start.isChanged && <p role="status">{talk.changing}</p>}
      <p className="promise">{promises ? talk.promise(inWords(promises[channel])) : talk.promiseUnknown}</p>
      <Refusal
        trouble={trouble}
        contact={contact}
        idOf={shownId}
        written={() => written(form.current, article, parts)}
      />
      <input type="hidden" name="key" value={key} />
      {article && (
        <>
          <input type="hidden" name="article" value={article.slug} />
          <input type="hidden" name="version" value={article.version} />
          <input type="hidden" name="audience" value={article.audience} />
          {article.contentHash !== undefined && <input type="hidden" name="contentHash" value={article.contentHash} />}
        </>
      )}
      {packet && <input type="hidden" name="packet" value={JSON.stringify(packet)} />}
      {rendered && <Trap />}
      <TalkField name="message" id={idFor('message')} label={talk.message} errors={errors} typed={typed} rows={5} />
      <TalkField name="name" id={idFor('name')} label={talk.name} errors={errors} typed={typed} autoComplete="name" />
      <fieldset className="channel">
        <legend>{talk.channel}</legend>
        {(['email', 'call-back'] as const).map((way) => (
          <label key={way} className="check">
            <input
              type="radio"
              name="channel"
              value={way}
              defaultChecked={channel === way}
              onChange={() => setChannel(way)}
            />
            <span>{way === 'email' ? talk.byEmail : talk.byCallBack}</span>
          </label>
        ))}
      </fieldset>
      <div className="for-email">
        <TalkField
          name="email"
          id={idFor('email')}
          label={talk.email}
          type="email"
          errors={errors}
          typed={typed}
          autoComplete="email"
        />
      </div>
      <div className="for-call-back">
        <TalkField
          name="phone"
          id={idFor('phone')}
          label={talk.phone}
          type="tel"
          errors={errors}
          typed={typed}
          autoComplete="tel"
        />
        <TalkField name="goodTime" id={idFor('goodTime')} label={talk.goodTime} errors={errors} typed={typed} />
      </div>
      {parts.length > 0 && (
        <fieldset className="along">
          <legend>{talk.along}</legend>
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
      <button className="button-main" aria-disabled={isSending || undefined}>
        {isSending ? talk.sendingButton : talk.send}
      </button>
      <p role="status" className={proved === undefined ? 'visually-hidden' : 'status'}>
        {proved !== undefined && talk.proving}
        {isSending && proved === undefined && talk.sending}
      </p>
      {proved !== undefined && <progress value={proved} aria-label={talk.proved} />}
    </form>
  );
}

function TakenBack({ message, putBack }: { message: KeptMessage; putBack: (message: KeptMessage) => void }) {
  return (
    <p role="status">
      {talk.takenBack}{' '}
      <button type="button" className="button-plain" onClick={() => putBack(message)}>
        {talk.putBack}
      </button>
    </p>
  );
}

/** What a reader typed for the other way of answering is not on the screen, so it is not sent. */
const FIELDS_FOR: Record<EscalationAnswer['channel'], readonly string[]> = {
  email: ['message', 'name', 'email'],
  'call-back': ['message', 'name', 'phone', 'goodTime'],
};

function written(form: HTMLFormElement | null, article: ArticleHere | undefined, parts: readonly PacketPart[]) {
  const message = form ? String(new FormData(form).get('message') ?? '') : '';
  return { subject: article?.title ?? mail.subject, message, tried: parts.map(({ sentence }) => sentence) };
}

function textOf({ contentHash }: ArticleHere): { contentHash?: string } {
  return contentHash === undefined ? {} : { contentHash };
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

/** Where the form is found again; after a form that came back, the address is that of the endpoint. */
function pageOf({ pathname, search }: Location): string {
  return pathname.includes('/api/') ? '/talk/' : pathname + search;
}
