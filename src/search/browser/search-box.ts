import { forgetSearches, readVisit } from '../../islands/visit.ts';
import { searchBox as words } from '../../strings/en/search.ts';
import { searchOptions, type Asked } from '../result-address.ts';
import { rowAddress } from '../row-address.ts';
import type { ResultRow, SearchAnswer, Searcher } from '../search-answer.ts';
import { inPlainWords, understood } from '../understood.ts';
import { countInWords, failureInWords } from '../wording.ts';
import { boxQuestion } from './box-question.ts';
import { combobox } from './combobox.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { partOf } from './part-of.ts';
import { recentOption } from './recent-option.ts';
import { recentSearches } from './recent-searches.ts';
import { resultOption } from './result-option.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { searchKeeper } from './search-keeper.ts';
import { searchPopup } from './search-popup.ts';
import { searchReader } from './search-reader.ts';
import { settledSearch } from './settled-search.ts';

/** Screen readers are told the count once, after the typing, and not with each letter. */
const ANNOUNCE_MS = 700;
/** What fits above the keyboard of a phone. */
const ROWS = 6;

export type SearchBox = {
  /** Offers the searches of this visit where nothing is typed yet, else what was found last. */
  offer: () => void;
};

/** `prepare` loads what every search needs, before anything is asked. */
export type BoxSearcher = Pick<Searcher, 'search'> & { prepare: () => void };

/** Makes the form of SearchBox.astro answer while one types. Without this it is a plain form. */
export function enhanceSearchBox(form: HTMLFormElement, searcher: BoxSearcher): SearchBox {
  const { input, popup: popupElement, list, status } = partsOf(form);
  const reader = () => searchReader(form.dataset);
  const visit = settledSearch(searchKeeper(form.dataset['keepSearchesAt'], reader));
  const popup = searchPopup(form, popupElement, list);
  const question = boxQuestion(form, reader);
  let answer: SearchAnswer | undefined;
  let announcing: ReturnType<typeof setTimeout> | undefined;
  let answered: () => void = () => undefined;

  const box = combobox(
    { box: form, input, list },
    {
      onOpen: popup.open,
      onClose: popup.close,
      onChoose(option, event) {
        const row = answer?.rows.find(({ slug }) => option.id === idOf(slug));
        if (answer && row) open(answer, row, event);
        else if (!answer) askAgain(option.textContent ?? '');
      },
      onWanted: () => (isBlank() ? offer() : ask()),
      onDismiss() {
        answered();
        clearTimeout(announcing);
        // An answer that is still under way would open again what was closed, over the page, and stay there; the one
        // before it is no answer to what is in the field now.
        if (asking.drop()) forgetAnswer();
      },
    },
  );
  const forgetAnswer = () => {
    answer = undefined;
    box.close();
  };
  const isBlank = () => input.value.trim() === '';
  const idOf = (slug: string) => `${list.id}-${slug}`;
  const open = ({ question: asked, rows }: SearchAnswer, row: ResultRow, event: Event) => {
    visit.settled(asked, rows.length, row.slug);
    const inNewTab =
      (event instanceof MouseEvent || event instanceof KeyboardEvent) && (event.ctrlKey || event.metaKey);
    if (inNewTab) window.open(rowAddress(row), '_blank', 'noopener');
    else location.assign(rowAddress(row));
  };
  const announce = (text: string) => {
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = text), ANNOUNCE_MS);
  };
  const showAnswer = (next: SearchAnswer, asked: Asked, isLast: boolean) => {
    // What the reader has typed on from is worth showing only where nothing is shown yet.
    if (!isLast && answer) return;
    answered();
    answer = next;
    const isFound = next.rows.length > 0;
    const count = countInWords(next, { isLimited: Object.keys(asked.filters).length > 0 });
    const made = inPlainWords(understood(next, asked, document.documentElement.lang));
    popup.showKind('answers');
    popup.say(joined(isFound ? made : count, ofKeys(isFound ? words.allResults : words.otherWays)));
    box.show(next.rows.map((row) => resultOption(row, idOf(row.slug))));
    announce(joined(count, made, ofKeys(isFound ? words.toChoose : words.otherWays)));
    if (isLast) visit.answered(next.question, next.rows.length);
  };
  const showSentence = (sentence: string, act?: { label: string; run: () => void }) => {
    answer = undefined;
    popup.say(sentence, act);
    box.show([]);
  };
  const asking = oneAtATime<Asked, SearchAnswer>(
    (asked) => searcher.search(asked.question, { ...searchOptions(asked), limit: ROWS, unfinished: true }),
    {
      onAnswer: (next, asked, isLast) => showAnswer(next, asked, isLast),
      onFailure() {
        answered();
        const sentence = joined(failureInWords(!navigator.onLine), ofKeys(words.openPage));
        showSentence(sentence, { label: words.tryAgain, run: () => ask() });
        announce(sentence);
      },
    },
  );
  const ask = () => {
    answered();
    if (isBlank()) {
      asking.drop();
      forgetAnswer();
      announce('');
      return;
    }
    // What was offered for an empty field is no answer to what is typed into it.
    if (popup.kind() === 'recent') box.close();
    answered = sayWhenSlow((sentence) => {
      if (!answer) showSentence(sentence);
    });
    asking.ask(question());
  };
  const askAgain = (query: string) => {
    input.value = query;
    ask();
  };
  const offer = () => {
    if (!isBlank()) return box.reopen();
    const recent = recentSearches(readVisit());
    if (recent.length === 0) return;
    answer = undefined;
    popup.showKind('recent');
    popup.say(words.former, {
      label: words.forget,
      run() {
        forgetSearches();
        box.close();
        announce(words.forgotten);
      },
    });
    box.show(recent.map((query, at) => recentOption(query, `${list.id}-recent-${at}`)));
    announce(joined(words.formerCount(recent.length), ofKeys(words.toChoose)));
  };

  input.addEventListener('input', () => {
    visit.dropped();
    ask();
  });
  // A failure to load ahead is no news to somebody who has not asked anything yet.
  input.addEventListener('pointerdown', searcher.prepare, { once: true });
  input.addEventListener('focus', () => {
    if (!form.hasAttribute('data-focusing')) searcher.prepare();
  });
  // Not on focus: who passes through with Tab, or is put here when the page loads, has not asked for anything.
  input.addEventListener('click', offer);
  form.addEventListener('submit', () => {
    // A server elsewhere cannot be reached, but this browser has kept the page of results of this site.
    if (!navigator.onLine) form.action = form.dataset['ownAction'] ?? form.action;
    const asked = question().question;
    visit.handedOn(asked, answer?.question === asked ? answer.rows.length : undefined);
  });
  // What is typed or pasted is taken whole here; only a form without this script is held to what fits an address.
  input.removeAttribute('maxlength');
  focusWithKeyboard(form, input);
  // On a slow line people type before this is here.
  if (document.activeElement === input && input.value !== input.defaultValue) ask();
  return { offer };
}

/** What keys do is of no use to somebody who touches the screen. */
function ofKeys(sentence: string): string {
  return matchMedia('(pointer: fine)').matches ? sentence : '';
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(' ');
}

function partsOf(form: HTMLFormElement) {
  return {
    input: partOf(form, 'input[name="q"]', HTMLInputElement),
    popup: partOf(form, '[data-popup]'),
    list: partOf(form, '[role="listbox"]'),
    status: partOf(form, '[role="status"]'),
  };
}

/** On a touch screen focus would open the keyboard over the page; and it is no wish to search yet, so nothing loads. */
function focusWithKeyboard(form: HTMLFormElement, input: HTMLInputElement): void {
  if (!form.hasAttribute('data-autofocus') || !matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  if (location.hash !== '' || (document.activeElement && document.activeElement !== document.body)) return;
  form.setAttribute('data-focusing', '');
  input.focus({ preventScroll: true });
  form.removeAttribute('data-focusing');
}
