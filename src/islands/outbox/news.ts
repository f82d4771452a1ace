import type { Contact } from '../article-here.ts';
import { mailAddress } from '../mail-address.ts';
import { keepPosting } from './keep-posting.ts';
import { isNews, type KeptMessage } from './kept-message.ts';
import { newsInWords, type Reader } from './news-in-words.ts';
import { postAfterClosing } from './post-after-closing.ts';
import { postingHere, watchOutbox } from './posting-here.ts';
import { noteSeen, takeBack } from './posting.ts';
import { typedIn } from './same-words.ts';

/** `#talk`: where a page opens the form at its foot, for a message that is looked at again. */
const FORM_MARK = '#talk';

/**
 * On every page: sends what waits, and tells in `notice` what became of each message, until its reader knows. What the
 * form on this page shows itself is left out.
 */
export async function showNews(notice: HTMLElement, contact: Contact): Promise<void> {
  const posting = postingHere();
  const list = notice.querySelector('ul');
  const status = notice.querySelector('[role="status"]');
  const messages = await posting.outbox.all();
  if (messages?.some(({ state }) => state.kind === 'waiting')) void postAfterClosing();
  let said: string | undefined;

  const show = async () => {
    const reader = readerHere();
    const kept = (await posting.outbox.all()) ?? [];
    const news = kept.filter((message) => isNews(message) && !isShownIn(document, message));
    const sentences = news.map((message) => newsInWords(message, reader));
    const acts = (message: KeptMessage) => ({
      hide: () => void noteSeen(message.key, posting),
      takeBack: () => void takeBack(message.key, posting),
    });
    // Whoever is on a button of the line, or reads in it, is not interrupted by the same words anew.
    if (sentences.join() === said) return;
    list?.replaceChildren(...news.map((message, at) => line(message, sentences[at] ?? '', contact, acts(message))));
    notice.hidden = news.length === 0;
    if (status && said !== undefined) status.textContent = sentences.join(' ');
    said = sentences.join();
  };

  await show();
  watchOutbox(() => void show());
  addEventListener('online', () => void show());
  addEventListener('offline', () => void show());
  keepPosting(posting);
  if (location.hash === FORM_MARK) document.querySelector<HTMLElement>('button[name="talk"]')?.click();
}

/** A form on the page says itself what became of the message. */
function isShownIn(page: ParentNode, { key }: KeptMessage): boolean {
  return page.querySelector(`[data-message="${CSS.escape(key)}"]`) !== null;
}

function readerHere(): Reader {
  return { isOnline: navigator.onLine, now: new Date(), language: document.documentElement.lang };
}

type Acts = Record<'hide' | 'takeBack', () => void>;

function line(message: KeptMessage, sentence: string, contact: Contact, acts: Acts): HTMLElement {
  const { state } = message;
  const item = document.createElement('li');
  const text = document.createElement('p');
  text.textContent = sentence;
  item.append(text);
  if (state.kind === 'sent') {
    item.append(inALine(link(state.answer.statusUrl, 'Your status page', acts.hide), button('Hide this', acts.hide)));
    return item;
  }
  const written = typedIn(state.body).message ?? '';
  const mail = link(mailAddress(contact.email, 'A question', [written]), contact.email);
  const hurry = document.createElement('p');
  hurry.append(
    'In a hurry? Call ',
    link(`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`, contact.phone),
    ' or write to ',
    mail,
    '.',
  );
  const look = link(message.page + FORM_MARK, state.kind === 'refused' ? 'Mend it and send it' : 'Look at it');
  // On the page that it leads to, only the part behind # would be another, and nothing would happen.
  if (message.page === location.pathname + location.search) {
    look.addEventListener('click', () => document.querySelector<HTMLElement>('button[name="talk"]')?.click());
  }
  item.append(hurry, whole(written), inALine(look, button('Take it back', acts.takeBack)));
  return item;
}

function whole(written: string): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'What you wrote';
  const quote = document.createElement('blockquote');
  quote.dir = 'auto';
  quote.textContent = written;
  details.append(summary, quote);
  return details;
}

function link(address: string, words: string, onClick?: () => void): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = words;
  if (onClick) anchor.addEventListener('click', onClick);
  return anchor;
}

function button(words: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button-plain';
  element.textContent = words;
  element.addEventListener('click', onClick);
  return element;
}

function inALine(...parts: HTMLElement[]): HTMLElement {
  const row = document.createElement('p');
  row.className = 'acts';
  row.append(...parts);
  return row;
}
