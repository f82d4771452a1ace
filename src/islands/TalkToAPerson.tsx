import { mail } from '../strings/en/contact.ts';
import { talk } from '../strings/en/talk.ts';
import { KeptHere } from './KeptHere.tsx';
import type { KeptMessage, Waiting } from './outbox/kept-message.ts';
import { typedIn } from './outbox/same-words.ts';
import { PACKET_PARTS, type PacketPart } from './packet.ts';
import { Taken } from './Taken.tsx';
import type { TalkProps } from './talk-props.ts';
import { TalkForm } from './TalkForm.tsx';
import { usePromises } from './use-promises.ts';
import { useSending } from './use-sending.ts';

/** The way to a person: a form, then what became of what was written in it, also when that was on another day. */
export default function TalkToAPerson({ article, server, contact, vote, rendered }: TalkProps) {
  const begin = {
    start: { typed: rendered?.typed ?? {}, struck: struckBefore(rendered) },
    ...(rendered && { key: rendered.key }),
    ...(rendered?.refused && { trouble: { kind: 'refused' as const, ...rendered.refused } }),
  };
  const sending = useSending(article?.slug ?? '', begin);
  const { promises, inWords } = usePromises(server, rendered);
  const { stage } = sending;
  // A page of its own has it as its title; within an article it is a part.
  const Heading = rendered ? 'h1' : 'h2';
  return (
    <div className="talk" data-messages={sending.shown}>
      {stage.kind === 'sent' && (
        <Taken answer={stage.answer} how={stage.how} inWords={inWords} Heading={Heading} askElse={sending.askElse} />
      )}
      {stage.kind === 'kept' && isWaiting(stage.message) && (
        <KeptHere
          message={stage.message}
          contact={contact}
          subject={article?.title ?? mail.subject}
          promised={promises && inWords(promises[channelOf(stage.message)])}
          closesFreely={sending.closesFreely}
          isSending={sending.isSending}
          takesFocus={stage.isFresh}
          Heading={Heading}
          act={sending}
        />
      )}
      {stage.kind === 'writing' && (
        <TalkForm
          key={stage.round}
          {...{ article, server, contact, vote, rendered, promises, inWords, Heading, sending, stage }}
        />
      )}
      <p role="status" className="visually-hidden">
        {stage.kind === 'sent' && stage.how === 'later' && talk.sentMeanwhile}
      </p>
    </div>
  );
}

function isWaiting(message: KeptMessage): message is KeptMessage & { state: Waiting } {
  return message.state.kind === 'waiting';
}

function channelOf({ state }: KeptMessage & { state: Waiting }) {
  return typedIn(state.body).channel === 'call-back' ? 'call-back' : 'email';
}

/** Parts that were struck out in a form that came back stay struck out. */
function struckBefore(rendered: TalkProps['rendered']): readonly PacketPart['part'][] {
  const kept = rendered?.refused?.kept;
  return kept === undefined ? [] : PACKET_PARTS.filter((part) => !kept.includes(part));
}
