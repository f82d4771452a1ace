import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EscalationAnswer } from '../schema/escalation.ts';
import { keepPosting } from './outbox/keep-posting.ts';
import { newsFor, type KeptMessage } from './outbox/kept-message.ts';
import { postAfterClosing } from './outbox/post-after-closing.ts';
import { postingHere, watchOutbox } from './outbox/posting-here.ts';
import { noteSeen, post, takeBack } from './outbox/posting.ts';
import { typedIn } from './outbox/same-words.ts';
import { keyAfter, submitMessage, troubleOf, type Written } from './outbox/submit-message.ts';
import type { PacketPart } from './packet.ts';
import { randomId } from './random-id.ts';
import type { Trouble } from './Refusal.tsx';
import { forgetSent, noteSent, sentBefore } from './sent-before.ts';
import { forgetTypedText, keepTypedText } from './use-typed-text.ts';

/** How a form begins: empty, or with what was written before. */
export type Start = {
  typed: Record<string, string>;
  struck: readonly PacketPart['part'][];
  /** Key of a message that was turned down, and that this one takes the place of. */
  former?: string;
  /** Whether what it begins with was on its way until its reader wanted to change it. */
  isChanged?: boolean;
};

/** Where a message stands. `isFresh`: its reader has just done something, and so expects the focus to follow. */
export type Stage =
  | { kind: 'writing'; start: Start; round: number; isFresh: boolean; takenBack?: KeptMessage | undefined }
  | { kind: 'kept'; message: KeptMessage; isFresh: boolean }
  | { kind: 'sent'; key?: string | undefined; answer: EscalationAnswer; how: 'now' | 'later' | 'before' };

/** All that a form has to do with sending: what became of what was written in it, here or before, and what may be done. */
export function useSending(slug: string, begin: { key?: string; start: Start; trouble?: Trouble | undefined }) {
  const posting = useMemo(postingHere, []);
  const [stage, setStage] = useState<Stage>({
    kind: 'writing',
    start: begin.start,
    round: 0,
    isFresh: false,
  });
  const [trouble, setTrouble] = useState(begin.trouble);
  const [key, setKey] = useState(() => begin.key ?? randomId());
  const [isSending, setIsSending] = useState(false);
  const [closesFreely, setClosesFreely] = useState(false);
  const [keyOnItsWay, setKeyOnItsWay] = useState<string>();
  const isBusy = useRef(false);

  const write = useCallback((start: Start, more: { key?: string; trouble?: Trouble; takenBack?: KeptMessage } = {}) => {
    setKey(more.key ?? randomId());
    setTrouble(more.trouble);
    setStage((before) => ({
      kind: 'writing',
      start,
      round: before.kind === 'writing' ? before.round + 1 : 0,
      isFresh: true,
      takenBack: more.takenBack,
    }));
  }, []);

  const showSent = useCallback(
    (answer: EscalationAnswer, how: 'now' | 'later' | 'before', key?: string) => {
      forgetTypedText(slug);
      noteSent(slug, answer);
      setStage({ kind: 'sent', key, answer, how });
    },
    [slug],
  );

  /** Shows what a message has become since it was kept. */
  const show = useCallback(
    (message: KeptMessage, isFresh: boolean) => {
      const { state } = message;
      switch (state.kind) {
        case 'waiting':
          return setStage((before) => ({
            kind: 'kept',
            message,
            isFresh: isFresh || (before.kind === 'kept' && before.isFresh),
          }));
        case 'sent':
          void noteSeen(message.key, posting);
          return showSent(state.answer, 'later', message.key);
        case 'refused':
          return write(
            { typed: typedIn(state.body), struck: message.struck, former: message.key },
            { key: keyAfter(message.key, state), trouble: troubleOf(state) },
          );
      }
    },
    [posting, showSent, write],
  );

  useEffect(() => {
    let isGone = false;
    void posting.outbox.all().then((messages = []) => {
      if (isGone) return;
      const news = newsFor(slug, messages);
      const answer = sentBefore(slug);
      if (news) show(news, false);
      else if (answer) showSent(answer, 'before');
    });
    return () => void (isGone = true);
  }, [posting, slug, show, showSent]);

  const waitingKey = stage.kind === 'kept' ? stage.message.key : undefined;
  useEffect(() => {
    if (waitingKey === undefined) return undefined;
    const { stop } = keepPosting(posting, { isEarly: false });
    const unwatch = watchOutbox(() => {
      void posting.outbox.get(waitingKey).then((message) => message && show(message, false));
    });
    void postAfterClosing().then(setClosesFreely);
    return () => {
      stop();
      unwatch();
    };
  }, [posting, waitingKey, show]);

  const told = keyTold(stage);
  // The line at the head of the page need not say what is said here. It says nothing yet of what is on its way.
  useEffect(() => posting.announce(), [posting, told]);
  /** Of which messages the form tells itself: their keys, for `data-messages`. */
  const shown = [told, keyOnItsWay].filter(Boolean).join(' ');

  /** One thing at a time: a second click waits for nothing, it is the same one. */
  const alone = async (work: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setIsSending(true);
    try {
      await work();
    } finally {
      isBusy.current = false;
      setIsSending(false);
    }
  };

  const submit = (written: Omit<Written, 'key' | 'slug' | 'former'>) =>
    alone(async () => {
      const former = stage.kind === 'writing' ? stage.start.former : undefined;
      const sending = submitMessage({ ...written, slug, key, former }, posting, setKeyOnItsWay);
      const submitted = await sending.finally(() => setKeyOnItsWay(undefined));
      switch (submitted.kind) {
        case 'sent':
          return showSent(submitted.answer, 'now', submitted.key);
        case 'kept':
          forgetTypedText(slug);
          return setStage({ kind: 'kept', message: submitted.message, isFresh: true });
        case 'trouble':
          setKey(submitted.key);
          return setTrouble(submitted.trouble);
      }
    });

  const tryNow = () =>
    alone(async () => {
      const message = waitingKey === undefined ? undefined : await post(waitingKey, posting);
      if (message) show(message, true);
    });

  /** Takes it out of the outbox; where it went out in the meantime, says so instead. */
  const withdraw = (then: (message: KeptMessage) => void) =>
    alone(async () => {
      const message = waitingKey === undefined ? undefined : await takeBack(waitingKey, posting);
      if (message?.state.kind === 'sent') show(message, true);
      else if (message) then(message);
    });

  const change = () =>
    withdraw((message) => {
      if (message.state.kind === 'sent') return;
      const typed = typedIn(message.state.body);
      // The same key: if it did reach us, we have to be able to tell.
      keepTypedText(slug, { key: message.key, typed });
      write({ typed, struck: message.struck, isChanged: true }, { key: message.key });
    });

  const giveUp = () => withdraw((message) => write({ typed: {}, struck: [] }, { takenBack: message }));

  const putBack = (message: KeptMessage) =>
    alone(async () => {
      if (await posting.outbox.put(message)) show(message, true);
    });

  const askElse = () => {
    forgetSent(slug);
    write({ typed: {}, struck: [] });
  };

  const acts = { submit, tryNow, change, giveUp, putBack, askElse };
  return { stage, shown, trouble, key, setKey, isSending, closesFreely, ...acts };
}

function keyTold(stage: Stage): string | undefined {
  switch (stage.kind) {
    case 'writing':
      return stage.start.former;
    case 'kept':
      return stage.message.key;
    case 'sent':
      return stage.key;
  }
}
