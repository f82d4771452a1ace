import { useEffect, useRef, useState, type ComponentType, type SubmitEvent } from 'react';
import type { Reason } from '../schema/reasons.ts';
import { lateVote, vote as words } from '../strings/en/vote.ts';
import type { ArticleHere, Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import { castVote, type Cast } from './outbox/cast-vote.ts';
import { voteInWords } from './outbox/vote-in-words.ts';
import { keepVoting, votingHere } from './outbox/voting-here.ts';
import type { CastVote } from './packet.ts';
import type { TalkProps } from './talk-props.ts';
import { readerId } from './visit.ts';
import { WhyNot } from './WhyNot.tsx';
import { WithoutServer } from './WithoutServer.tsx';

type Props = {
  article: ArticleHere & { contentHash: string };
  /** Origin of the server, `''` on the same host, undefined where there is none. */
  server: string | undefined;
  /** Address of the form for readers without JavaScript. */
  talk: string;
  contact: Contact;
};

type Stage = 'asking' | 'thanked' | 'telling' | 'told';
/** A vote that did not arrive at once. Where it is sent later, what the reader writes by then stays where it is. */
type Late = { became: Cast; isOnline: boolean };
/** Loaded when it is asked for; `failed` where its code cannot be had, offline or after a deployment. */
type TalkForm = { kind: 'closed' | 'loading' | 'failed' } | { kind: 'open'; Form: ComponentType<TalkProps> };

/** At the foot of an article: whether it helped, why not, and the way to a person. A plain form until it is touched. */
export default function DidThisHelp({ article, server, talk, contact }: Props) {
  const [stage, setStage] = useState<Stage>('asking');
  const [isSending, setIsSending] = useState(false);
  const [late, setLate] = useState<Late>();
  const [cast, setCast] = useState<CastVote>();
  const [talkForm, setTalkForm] = useState<TalkForm>({ kind: 'closed' });
  const heading = useFocusOnChange(stage);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    if (late?.became !== 'kept') return undefined;
    return keepVoting((became) => {
      // Another page may have sent it; what nobody keeps has gone out.
      const { cast = 'sent' } = became.find(({ slug }) => slug === article.slug) ?? {};
      setLate({ became: cast, isOnline: navigator.onLine });
    });
  }, [late, article.slug]);

  if (server === undefined) return <WithoutServer article={article} contact={contact} />;

  const sendVote = async (vote: CastVote, next: Stage) => {
    setIsSending(true);
    setCast(vote);
    // A "no" goes on to the reasons at once; only what has arrived is thanked for.
    if (next === 'telling') setStage(next);
    const { slug, version, audience, contentHash } = article;
    const reader = readerId();
    const body = { article: slug, version, audience, contentHash, reader, ...vote };
    // One after the other: an earlier "no" that is still under way must not overwrite its reasons.
    const sending = queue.current.then(() => castVote({ slug, address: `${server}/api/votes`, body }, votingHere()));
    queue.current = sending;
    const became = await sending;
    setIsSending(false);
    setLate(became === 'sent' ? undefined : { became, isOnline: navigator.onLine });
    if (became === 'sent') setStage(next);
  };

  const openTalk = async () => {
    setTalkForm({ kind: 'loading' });
    try {
      const { default: Form } = await import('./TalkToAPerson.tsx');
      setTalkForm({ kind: 'open', Form });
    } catch {
      setTalkForm({ kind: 'failed' });
    }
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = event.nativeEvent.submitter as HTMLButtonElement | null;
    if (button?.name === 'talk') return void openTalk();
    if (stage !== 'telling') {
      const helpful = button?.value === 'true';
      return void sendVote({ helpful }, helpful ? 'thanked' : 'telling');
    }
    const form = new FormData(event.currentTarget);
    const comment = String(form.get('comment') ?? '');
    const reasons = form.getAll('reasons') as Reason[];
    return void sendVote({ helpful: false, reasons, ...(comment && { comment }) }, 'told');
  };

  return (
    <section className="did-this-help" aria-labelledby="did-this-help-title">
      <form id="did-this-help" method="post" action={`${server}/api/votes`} onSubmit={submit}>
        <input type="hidden" name="article" value={article.slug} />
        <input type="hidden" name="version" value={article.version} />
        <input type="hidden" name="audience" value={article.audience} />
        <input type="hidden" name="contentHash" value={article.contentHash} />
        <h2 id="did-this-help-title" ref={heading} tabIndex={-1}>
          {words.heading[stage]}
        </h2>
        {stage === 'asking' && (
          <div className="answers">
            <button name="helpful" value="true" aria-disabled={isSending || undefined}>
              {words.yes}
            </button>
            <button name="helpful" value="false" aria-disabled={isSending || undefined}>
              {words.no}
            </button>
          </div>
        )}
        {stage === 'telling' && (
          <WhyNot
            isSending={isSending}
            isAgain={late !== undefined && late.became !== 'sent' && cast?.reasons !== undefined}
          />
        )}
        <p role="status" className="status">
          {late ? (
            <>
              {voteInWords(late.became, late)} <ContactLine text={lateVote.needAPerson} contact={contact} />
            </>
          ) : (
            sentenceFor(stage, isSending)
          )}
        </p>
        {talkForm.kind !== 'open' && (
          <p className="person muted">
            {stage !== 'thanked' && `${words.stillStuck} `}
            <button
              className={stage === 'told' ? 'button-main' : 'button-plain'}
              name="talk"
              value="1"
              formMethod="get"
              formAction={talk}
            >
              {words.talk}
            </button>
          </p>
        )}
        <p role="status" className="status">
          {talkForm.kind === 'loading' && words.oneMoment}
          {talkForm.kind === 'failed' && (
            <ContactLine text={words.formNotLoaded} contact={contact} links={{ form: talk }} />
          )}
        </p>
      </form>
      {talkForm.kind === 'open' && (
        <talkForm.Form article={article} server={server} contact={contact} {...(cast && { vote: cast })} />
      )}
    </section>
  );
}

/** The heading of what comes next takes the focus, whose button has just gone; at first nothing does. */
function useFocusOnChange(stage: Stage) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(stage);
  useEffect(() => {
    if (shown.current !== stage) heading.current?.focus();
    shown.current = stage;
  }, [stage]);
  return heading;
}

function sentenceFor(stage: Stage, isSending: boolean): string {
  switch (stage) {
    case 'asking':
      return isSending ? words.sending : '';
    case 'telling':
      return '';
    case 'thanked':
      return words.thanks;
    case 'told':
      return words.told;
  }
}
