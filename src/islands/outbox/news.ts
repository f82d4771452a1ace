import { within } from '../../offline/within.ts';
import type { Contact } from '../article-here.ts';
import { keepPosting } from './keep-posting.ts';
import { isNews, type KeptMessage } from './kept-message.ts';
import { newsInWords, takenBackInWords, type Reader } from './news-in-words.ts';
import { FORM_MARK, newsLine, takenBackLine } from './news-line.ts';
import { postAfterClosing } from './post-after-closing.ts';
import { postingHere, watchOutbox } from './posting-here.ts';
import { noteSeen, takeBack } from './posting.ts';
import { sendKeptVotes } from './cast-vote.ts';
import { keepVoting, votingHere } from './voting-here.ts';

const PATIENCE_MS = 1_500;

/**
 * On every page: sends what waits, and tells in `notice` what became of each message, until its reader knows. What the
 * form on this page shows itself is left out.
 */
export async function showNews(notice: HTMLElement, contact: Contact): Promise<void> {
  // Whether a vote has arrived by now is no news to its reader.
  void sendKeptVotes(votingHere());
  keepVoting();
  const posting = postingHere();
  const { outbox } = posting;
  const list = notice.querySelector('ul');
  const status = notice.querySelector('[role="status"]');
  let takenBack: KeptMessage[] = [];
  let said: string | undefined;
  let shown = Promise.resolve();

  const draw = async () => {
    const reader = readerHere();
    const news = ((await outbox.all()) ?? []).filter((message) => isNews(message) && !isShownIn(document, message));
    const sentences = news.map((message) => newsInWords(message, reader));
    const undone = takenBack.map((message) => takenBackInWords(message, reader));
    const all = [...sentences, ...undone].join(' ');
    // Whoever is on a button of the line, or reads in it, is not interrupted by the same words anew.
    if (all === said) return;
    list?.replaceChildren(
      ...news.map((message, at) => newsLine(message, sentences[at] ?? '', contact, actsOn(message))),
      ...takenBack.map((message, at) => takenBackLine(undone[at] ?? '', () => void putBack(message))),
    );
    notice.hidden = all === '';
    if (status && said !== undefined) status.textContent = all;
    said = all;
  };
  /** One at a time: what was read before a change must not be drawn after it. */
  const show = () => (shown = shown.then(draw, draw));
  /** The button that was pressed is gone then, so the focus goes to what took its place. */
  const showInstead = async () => {
    await show();
    (notice.hidden ? document.querySelector<HTMLElement>('main') : notice)?.focus();
  };
  const actsOn = (message: KeptMessage) => ({
    seen: () => void noteSeen(message.key, posting),
    hide: () => void noteSeen(message.key, posting).then(showInstead),
    takeBack: () => void withdraw(message.key),
  });
  const withdraw = async (key: string) => {
    const message = await takeBack(key, posting);
    if (message && message.state.kind !== 'sent') takenBack = [...takenBack, message];
    await showInstead();
  };
  const putBack = async (message: KeptMessage) => {
    if (await outbox.put(message)) takenBack = takenBack.filter((other) => other !== message);
    posting.announce();
    await showInstead();
  };

  if ((await outbox.all())?.some(({ state }) => state.kind === 'waiting')) void postAfterClosing();
  // What goes out at once need not be said to wait before.
  await within(keepPosting(posting, { isEarly: true }).first, PATIENCE_MS);
  await show();
  watchOutbox(() => void show());
  addEventListener('online', () => void show());
  addEventListener('offline', () => void show());
  if (location.hash === FORM_MARK) document.querySelector<HTMLElement>('button[name="talk"]')?.click();
}

/** A form on the page says itself what became of the message. */
function isShownIn(page: ParentNode, { key }: KeptMessage): boolean {
  return page.querySelector(`[data-messages~="${CSS.escape(key)}"]`) !== null;
}

function readerHere(): Reader {
  return { isOnline: navigator.onLine, now: new Date(), language: document.documentElement.lang };
}
