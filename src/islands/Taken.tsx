import { useEffect, useRef } from 'react';

/** Answer of the server to an escalation that it has taken. */
export type Answer = { reference: string; statusUrl: string; promisedBy: string; channel: 'email' | 'call-back' };

/** After sending: the promise, the reference, what happens next. */
export function Taken({ answer, inWords }: { answer: Answer; inWords: (at: string) => string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="taken">
      <h2 ref={heading} tabIndex={-1}>
        We have it. A person answers by {inWords(answer.promisedBy)}.
      </h2>
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
