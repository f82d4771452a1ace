import { useEffect, useRef } from 'react';
import type { EscalationAnswer } from '../schema/escalation.ts';
import { taken } from '../strings/en/talk.ts';
import { Words } from './Words.tsx';

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
        {taken.heading(inWords(answer.promisedBy))}
      </Heading>
      <p>
        <Words
          text={taken.reference}
          slots={{
            reference: (
              <strong className="reference tabular" dir="ltr">
                {answer.reference}
              </strong>
            ),
          }}
        />
      </p>
      <p>
        {answer.channel === 'email' ? taken.byEmail : taken.byCallBack} {taken.nothingElse}
      </p>
      <p>
        <a className="button" href={answer.statusUrl}>
          {taken.status}
        </a>
      </p>
      <p className="muted small">{taken.keepToYourself}</p>
      <p>
        <button type="button" className="button-plain" onClick={askElse}>
          {taken.askElse}
        </button>
      </p>
    </div>
  );
}
