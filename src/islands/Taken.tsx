import { useEffect, useRef } from 'react';
import type { EscalationAnswer } from '../schema/escalation.ts';

type Props = {
  answer: EscalationAnswer;
  inWords: (at: string) => string;
  Heading: 'h1' | 'h2';
  /** Sent at this moment, by itself after it was kept, or before this page was opened. */
  how: 'now' | 'later' | 'before';
  askElse: () => void;
};

/** After sending: the promise, the reference, what happens next. */
export function Taken({ answer, inWords, Heading, how, askElse }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was sent by itself is no reason to lead anybody away from what they are doing; a live region says it.
    if (how === 'now' || document.activeElement === document.body) heading.current?.focus();
  }, [how]);
  return (
    <div className="taken">
      <Heading ref={heading} tabIndex={-1}>
        We have it. A person answers by {inWords(answer.promisedBy)}.
      </Heading>
      <p>
        Your reference is <strong className="reference">{answer.reference}</strong>
      </p>
      <p>
        {answer.channel === 'email' ? 'The answer comes by e-mail.' : 'We call you on the number that you gave us.'}{' '}
        Nothing else to do. You can see how it stands at any time on <a href={answer.statusUrl}>your status page</a>;
        keep that address to yourself.
      </p>
      <p>
        <button type="button" className="button-plain" onClick={askElse}>
          Ask something else
        </button>
      </p>
    </div>
  );
}
