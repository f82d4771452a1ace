import { browserSearcher } from '../browser-searcher.ts';
import { rowAddress } from '../row-address.ts';
import type { ResultRow, SearchAnswer } from '../search-answer.ts';
import { countInWords } from '../wording.ts';
import { combobox } from './combobox.ts';
import { resultOption } from './result-option.ts';
import { searchKeeper } from './search-keeper.ts';
import { searchReader } from './search-reader.ts';
import { settledSearch } from './settled-search.ts';

/** Short enough to feel like typing, long enough to skip most half words. */
const TYPING_MS = 80;
/** Screen readers are told the count once, after the typing, and not with each letter. */
const ANNOUNCE_MS = 700;
const SLOW_MS = 400;
/** What fits above the keyboard of a phone. */
const ROWS = 6;
/** Between the popup and the edge of the screen. */
const EDGE_PX = 8;

const NOT_LOADED = 'Search could not be loaded on this page. Press Enter to search on a page of its own.';

/** Makes the form of SearchBox.astro answer while one types. Without this it is a plain form. */
export function enhanceSearchBox(form: HTMLFormElement): void {
  const { input, popup, list, hint, status } = partsOf(form);
  const reader = searchReader(form.dataset);
  const searcher = browserSearcher(form.dataset['index'] ?? '/pagefind/');
  const visit = settledSearch(searchKeeper(form.dataset['keepSearchesAt'], () => reader));
  let answer: SearchAnswer | undefined;
  let asked = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let announcing: ReturnType<typeof setTimeout> | undefined;

  const box = combobox(
    { box: form, input, list },
    {
      onOpen() {
        popup.hidden = false;
        keepOnScreen(popup, form);
      },
      onClose() {
        popup.hidden = true;
      },
      onChoose(index, event) {
        const row = answer?.rows[index];
        if (answer && row) choose(answer, row, event);
      },
      onLeave() {
        // An answer that is still under way would open over the page, and stay there.
        asked++;
        clearTimeout(typing);
      },
    },
  );
  const choose = ({ question, rows }: SearchAnswer, row: ResultRow, event: Event) => {
    visit.settled(question, rows.length, row.slug);
    const inNewTab =
      (event instanceof MouseEvent || event instanceof KeyboardEvent) && (event.ctrlKey || event.metaKey);
    if (inNewTab) window.open(rowAddress(row), '_blank', 'noopener');
    else location.assign(rowAddress(row));
  };
  const say = (text: string) => {
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = text), ANNOUNCE_MS);
  };
  const showAnswer = (next: SearchAnswer) => {
    answer = next;
    const found = next.rows.length > 0;
    hint.textContent = found ? 'Enter shows all results.' : `${countInWords(next)} Enter leads to other ways on.`;
    box.show(next.rows.map((row, index) => resultOption(row, `${list.id}-${index}`)));
    say(found ? `${countInWords(next)}. Down arrow to choose.` : hint.textContent);
    visit.answered(next.question, next.rows.length);
  };
  const showSentence = (sentence: string) => {
    answer = undefined;
    hint.textContent = sentence;
    box.show([]);
  };
  const ask = async () => {
    const mine = ++asked;
    // Answers may overtake each other, and the reader: only the one to what stands in the field now is shown.
    const isWanted = () => mine === asked && form.contains(document.activeElement);
    const question = input.value;
    if (question.trim() === '') {
      answer = undefined;
      box.close();
      say('');
      return;
    }
    const slow = setTimeout(() => {
      if (isWanted() && !answer) showSentence('Looking …');
    }, SLOW_MS);
    try {
      const next = await searcher.search(question, { reader, limit: ROWS, unfinished: true });
      if (isWanted()) showAnswer(next);
    } catch {
      if (!isWanted()) return;
      showSentence(NOT_LOADED);
      say(NOT_LOADED);
    } finally {
      clearTimeout(slow);
    }
  };

  input.addEventListener('input', () => {
    visit.dropped();
    clearTimeout(typing);
    typing = setTimeout(() => void ask(), TYPING_MS);
  });
  // A failure to load ahead is no news to somebody who has not asked anything yet.
  input.addEventListener('pointerdown', searcher.prepare, { once: true });
  input.addEventListener('focus', () => {
    if (!form.hasAttribute('data-focusing')) searcher.prepare();
  });
  form.addEventListener('submit', () => {
    visit.handedOn(input.value, answer?.question === input.value ? answer.rows.length : undefined);
  });
  focusWithKeyboard(form, input);
  // On a slow line people type before this is here.
  if (document.activeElement === input && input.value !== input.defaultValue) void ask();
}

function partsOf(form: HTMLFormElement) {
  const part = <Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind => {
    const element = form.querySelector(selector);
    if (!(element instanceof kind)) throw new Error(`The search box has no ${selector}.`);
    return element;
  };
  return {
    input: part('input[name="q"]', HTMLInputElement),
    popup: part('[data-popup]', HTMLElement),
    list: part('[role="listbox"]', HTMLElement),
    hint: part('[data-hint]', HTMLElement),
    status: part('[role="status"]', HTMLElement),
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

/** The popup may be wider than a small field; it is moved sideways until it is within the screen. */
function keepOnScreen(popup: HTMLElement, form: HTMLFormElement): void {
  const { left, right } = form.getBoundingClientRect();
  const width = popup.offsetWidth;
  const isRtl = getComputedStyle(form).direction === 'rtl';
  const start = isRtl ? right - width : left;
  const most = document.documentElement.clientWidth - width - EDGE_PX;
  const wanted = Math.max(EDGE_PX, Math.min(start, most));
  popup.style.setProperty('--shift', `${wanted - start}px`);
}
