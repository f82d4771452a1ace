import { mail as mails } from '../../strings/en/contact.ts';
import { news } from '../../strings/en/news.ts';
import type { Contact } from '../article-here.ts';
import { mailAddress } from '../mail-address.ts';
import { wordsIn } from '../words-in.ts';
import type { KeptMessage } from './kept-message.ts';
import { typedIn } from './same-words.ts';

/** `#talk`: where a page opens the form at its foot, for a message that is looked at again. */
export const FORM_MARK = '#talk';

/** What a reader can do with a message: know that it was sent, have that out of the way, or take it back. */
type Acts = Record<'seen' | 'hide' | 'takeBack', () => void>;

/** `sentence` on a message, with all that can be done about it. */
export function newsLine(message: KeptMessage, sentence: string, contact: Contact, acts: Acts): HTMLElement {
  const { state } = message;
  const item = document.createElement('li');
  const text = document.createElement('p');
  text.textContent = sentence;
  item.append(text);
  if (state.kind === 'sent') {
    item.append(inALine(link(state.answer.statusUrl, news.statusPage, acts.seen), button(news.hide, acts.hide)));
    return item;
  }
  const written = typedIn(state.body).message ?? '';
  const email = link(mailAddress(contact.email, mails.subject, [written]), contact.email);
  const phone = link(`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`, contact.phone);
  for (const way of [email, phone]) way.dir = 'ltr';
  text.append(' ', ...wordsIn(news.inAHurry, { phone, email }));
  const look = link(message.page + FORM_MARK, state.kind === 'refused' ? news.mend : news.look);
  // On the page that it leads to, only the part behind # would be another, and nothing would happen.
  if (message.page === location.pathname + location.search) {
    look.addEventListener('click', () => document.querySelector<HTMLElement>('button[name="talk"]')?.click());
  }
  item.append(whole(written), inALine(look, button(news.takeBack, acts.takeBack)));
  return item;
}

/** `sentence` on a message that was taken back a moment ago, and what undoes that. */
export function takenBackLine(sentence: string, putBack: () => void): HTMLElement {
  const item = document.createElement('li');
  const text = document.createElement('p');
  text.textContent = sentence;
  item.append(text, inALine(button(news.putBack, putBack)));
  return item;
}

function whole(written: string): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.className = 'unfolds';
  summary.textContent = news.written;
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
