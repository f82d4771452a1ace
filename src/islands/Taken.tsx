import { useEffect, useRef } from 'react';
import type { EscalationAnswer } from '../schema/escalation.ts';

type Props = { answer: EscalationAnswer; inWords: (at: string) => string; Heading: 'h1' | 'h2' };

/** After sending: the promise, the reference, what happens next. */
export function Taken({ answer, inWords, Heading }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
    </div>
  );
}
