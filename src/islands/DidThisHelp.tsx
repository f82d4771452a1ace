import { lazy, Suspense, useRef, useState, type SubmitEvent } from 'react';
import { REASONS, type Reason } from '../schema/reasons.ts';
import type { ArticleHere, Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import { packetOf, packetSentences, type CastVote } from './packet.ts';
import { mailAddress, send } from './send.ts';
import { readerId, readVisit } from './visit.ts';

const TalkToAPerson = lazy(() => import('./TalkToAPerson.tsx'));

type Props = {
  article: ArticleHere;
  contentHash: string;
  /** Origin of the server, `''` on the same host, undefined where there is none. */
  server: string | undefined;
  /** Address of the form for readers without JavaScript. */
  talk: string;
  contact: Contact;
};

type Stage = 'asking' | 'thanked' | 'telling' | 'told';
type Trouble = 'no-server' | 'unreachable';

/** At the foot of an article: whether it helped, why not, and the way to a person. A plain form until it is touched. */
export default function DidThisHelp({ article, contentHash, server, talk, contact }: Props) {
  const [stage, setStage] = useState<Stage>('asking');
  const [trouble, setTrouble] = useState<Trouble>();
  const [talking, setTalking] = useState(false);
  const [cast, setCast] = useState<CastVote>();
  const heading = useRef<HTMLHeadingElement>(null);

  if (server === undefined) return <WithoutServer article={article} contact={contact} />;

  const vote = async (vote: CastVote, next: Stage) => {
    setStage(next);
    setCast(vote);
    const sent = await send(`${server}/api/votes`, {
      article: article.slug,
      version: article.version,
      audience: article.audience,
      contentHash,
      reader: readerId(),
      ...vote,
    });
    setTrouble(sent.kind === 'no-server' || sent.kind === 'unreachable' ? sent.kind : undefined);
    heading.current?.focus();
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = event.nativeEvent.submitter as HTMLButtonElement | null;
    const form = new FormData(event.currentTarget);
    if (button?.name === 'talk') return setTalking(true);
    if (stage === 'telling') {
      const comment = String(form.get('comment') ?? '');
      return void vote(
        { helpful: false, reasons: form.getAll('reasons') as Reason[], ...(comment && { comment }) },
        'told',
      );
    }
    const helpful = button?.value === 'true';
    return void vote({ helpful }, helpful ? 'thanked' : 'telling');
  };

  return (
    <section className="did-this-help" aria-labelledby="did-this-help-title">
      <form id="did-this-help" method="post" action={`${server}/api/votes`} onSubmit={submit}>
        <input type="hidden" name="article" value={article.slug} />
        <input type="hidden" name="version" value={article.version} />
        <input type="hidden" name="audience" value={article.audience} />
        <input type="hidden" name="contentHash" value={contentHash} />
        <h2 id="did-this-help-title" ref={heading} tabIndex={-1}>
          {headingFor(stage)}
        </h2>
        {stage === 'asking' && (
          <div className="answers">
            <button name="helpful" value="true">
              Yes
            </button>
            <button name="helpful" value="false">
              No
            </button>
          </div>
        )}
        {stage === 'telling' && <WhyNot />}
        <p role="status" className="status">
          {trouble === undefined ? sentenceFor(stage) : <NotKept contact={contact} />}
        </p>
        {!talking && (
          <p className="person">
            {stage !== 'thanked' && 'Still stuck? '}
            <button
              className={stage === 'told' ? 'button-main' : 'button-plain'}
              name="talk"
              value="1"
              formMethod="get"
              formAction={talk}
            >
              Talk to a person
            </button>
          </p>
        )}
      </form>
      {talking && (
        <Suspense fallback={<p role="status">One moment …</p>}>
          <TalkToAPerson article={article} server={server} contact={contact} {...(cast && { vote: cast })} />
        </Suspense>
      )}
    </section>
  );
}

function WhyNot() {
  return (
    <>
      <fieldset>
        <legend>What went wrong? (if you like)</legend>
        {Object.entries(REASONS).map(([id, words]) => (
          <label key={id} className="check">
            <input type="checkbox" name="reasons" value={id} /> <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <label htmlFor="did-this-help-comment">What were you looking for? (if you like)</label>
      <textarea
        id="did-this-help-comment"
        name="comment"
        rows={3}
        maxLength={5000}
        aria-describedby="did-this-help-comment-note"
      />
      <p id="did-this-help-comment-note" className="muted small">
        The writers read this. They cannot answer you here; a person can.
      </p>
      <div className="answers">
        <button className="button-main">Send to the writers</button>
      </div>
    </>
  );
}

function WithoutServer({ article, contact }: { article: ArticleHere; contact: Contact }) {
  const mail = () => {
    const tried = packetSentences(packetOf(readVisit(), article, navigator.userAgent), article).map(
      ({ sentence }) => sentence,
    );
    return mailAddress(contact.email, article.title, ['', '', 'What I did so far:', ...tried]);
  };
  return (
    <section className="did-this-help" aria-labelledby="did-this-help-title">
      <h2 id="did-this-help-title">Did this answer your question?</h2>
      <p>
        If not, <ContactLine contact={contact} />. We cannot take votes or requests on this page.
      </p>
      <p>
        <button type="button" onClick={() => location.assign(mail())}>
          Write an e-mail with what you tried so far
        </button>
      </p>
    </section>
  );
}

function NotKept({ contact }: { contact: Contact }) {
  return (
    <>
      We could not keep your answer: our server does not reply. The article stays readable. If you need a person,{' '}
      <ContactLine contact={contact} />.
    </>
  );
}

function headingFor(stage: Stage): string {
  switch (stage) {
    case 'asking':
      return 'Did this answer your question?';
    case 'thanked':
    case 'told':
      return 'Thank you';
    case 'telling':
      return 'Then let us find out what is missing';
  }
}

function sentenceFor(stage: Stage): string {
  switch (stage) {
    case 'asking':
    case 'telling':
      return '';
    case 'thanked':
      return 'It helps the writers to know that this works.';
    case 'told':
      return 'Your words go to the people who write this article.';
  }
}
