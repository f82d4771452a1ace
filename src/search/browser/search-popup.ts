import { searchBox as words } from '../../strings/en/search.ts';
import { partOf } from './part-of.ts';
import { showWholeOptions } from './show-whole-options.ts';

/** Between the popup and the edges of what can be seen. */
const EDGE_PX = 8;
/** With less room the page is moved up, so that there are at least two answers above the keyboard of a phone. */
const LEAST_PX = 190;

type Kind = 'answers' | 'recent';

export type Popup = {
  open: () => void;
  close: () => void;
  /** The line below the answers, with a button where the reader can do something about it. */
  say: (sentence: string, act?: { label: string; run: () => void }) => void;
  /** Marks what kind of options is shown, for styles and for the name of the list. */
  showKind: (kind: Kind) => void;
  /** What is shown, or "answers" where nothing is. */
  kind: () => Kind;
};

/** The popup of SearchPopup.astro: what is said in it, and where it stands. */
export function searchPopup(form: HTMLFormElement, popup: HTMLElement, list: HTMLElement): Popup {
  const line = partOf(popup, '[data-hint]');
  const sentence = partOf(popup, '[data-hint] span');
  const button = partOf(popup, '[data-hint] button');
  let run: () => void = () => undefined;
  let kind: Kind = 'answers';
  const place = () => {
    keepInSight(popup, form);
    showWholeOptions(list);
  };
  const makeRoom = () => {
    place();
    moveUp(popup, form);
    place();
  };

  button.addEventListener('click', () => run());
  // A click must not take the focus out of the box, which would close the popup before the click is done.
  popup.addEventListener('mousedown', (event) => event.preventDefault());

  return {
    open() {
      if (popup.hidden) {
        visualViewport?.addEventListener('resize', makeRoom);
        visualViewport?.addEventListener('scroll', place);
        popup.hidden = false;
        makeRoom();
      } else place();
    },
    close() {
      popup.hidden = true;
      visualViewport?.removeEventListener('resize', makeRoom);
      visualViewport?.removeEventListener('scroll', place);
    },
    say(text, act) {
      line.hidden = text === '' && act === undefined;
      sentence.textContent = text;
      button.hidden = act === undefined;
      button.textContent = act?.label ?? '';
      run = act?.run ?? run;
    },
    showKind(next) {
      kind = next;
      popup.dataset['popup'] = kind;
      list.setAttribute('aria-label', kind === 'recent' ? words.formerLabel : words.answers);
    },
    kind: () => (popup.hidden ? 'answers' : kind),
  };
}

/**
 * The popup may be wider than a small field: it is moved sideways until it is within the screen. Downwards it ends
 * above the keyboard of a phone, of which only the visual viewport tells.
 */
function keepInSight(popup: HTMLElement, form: HTMLFormElement): void {
  const { left, right } = form.getBoundingClientRect();
  const width = popup.offsetWidth;
  const isRtl = getComputedStyle(form).direction === 'rtl';
  const start = isRtl ? right - width : left;
  const most = document.documentElement.clientWidth - width - EDGE_PX;
  const wanted = Math.max(EDGE_PX, Math.min(start, most));
  popup.style.setProperty('--shift', `${wanted - start}px`);

  popup.style.setProperty('--room', `${Math.max(roomFor(popup), LEAST_PX)}px`);
}

/** Moves the page up where there is too little room, but never so far that the field is lost. */
function moveUp(popup: HTMLElement, form: HTMLFormElement): void {
  const spare = form.getBoundingClientRect().top - (visualViewport?.offsetTop ?? 0) - EDGE_PX;
  const by = Math.min(LEAST_PX - roomFor(popup), spare);
  if (by > 0) scrollBy({ top: by, behavior: 'instant' });
}

function roomFor(popup: HTMLElement): number {
  const seenTo = visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
  return seenTo - popup.getBoundingClientRect().top - EDGE_PX;
}
