import { tab } from '../../strings/en/tab.ts';
import { searchResults as words } from '../../strings/en/search-results.ts';
import { readAsked, searchOptions, withFilter, withoutFilters, writeAsked, type Asked } from '../result-address.ts';
import type { Searcher } from '../search-answer.ts';
import { boxLimits } from './box-limits.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { searchKeeper } from './search-keeper.ts';
import { readerWithin, searchReader } from './search-reader.ts';
import { settledSearch } from './settled-search.ts';
import { countsIn, filterOf, openFilters, showFilters } from './show-filters.ts';
import { showFailure, showNothingYet, showResults, showWaiting, showWithoutLimits } from './show-results.ts';

/**
 * The results page in the browser: searches where the server has not answered already, and again whenever a filter is
 * chosen, with the address kept up to date. Links of `filters` work without this, as links.
 */
export function startResultsPage(section: HTMLElement, filters: HTMLElement, searcher: Searcher): void {
  const box = document.querySelector<HTMLFormElement>('form[data-search-box].large');
  const arrived = readAsked(new URLSearchParams(location.search));
  const reader = arrived.reader ?? searchReader({});
  const limited = (next: Asked): Asked => ({ ...next, reader: readerWithin(next.filters.product, reader) });
  let asked = limited(arrived);
  const visit = settledSearch(searchKeeper(section.dataset['keepSearchesAt'], () => asked.reader ?? {}));
  const rows = section.querySelector('.rows');
  let found = section.querySelectorAll('.result').length;
  let searches = 0;
  let hasFailed = false;

  const run = async () => {
    const mine = ++searches;
    const isWanted = () => mine === searches;
    if (asked.question.trim() === '') return;
    const answered = sayWhenSlow((sentence) => isWanted() && showWaiting(section, sentence));
    rows?.setAttribute('aria-busy', 'true');
    try {
      const answer = await searcher.search(asked.question, searchOptions(asked));
      if (!isWanted()) return;
      hasFailed = false;
      found = answer.rows.length;
      showResults(section, answer, asked);
      visit.settled(answer.question, found);
      filters.hidden = answer.words.length === 0;
      void narrow(isWanted, found === 0 && Object.keys(asked.filters).length > 0);
    } catch {
      if (!isWanted()) return;
      hasFailed = true;
      showFailure(section);
    } finally {
      answered();
      if (isWanted()) rows?.removeAttribute('aria-busy');
    }
  };
  /** The rows are there already; what stands beside them never keeps them waiting, and may be missing. */
  const narrow = async (isWanted: () => boolean, isLimited: boolean) => {
    const counts = await searcher.count(asked.question, searchOptions(asked)).catch(() => undefined);
    if (!isWanted()) return;
    const groups = showFilters(filters, asked, counts);
    if (!isLimited) return;
    const all = withoutFilters(asked);
    const withoutLimits = await searcher.search(all.question, searchOptions(limited(all))).catch(() => undefined);
    if (isWanted() && withoutLimits) showWithoutLimits(section, asked, withoutLimits, groups);
  };
  const go = (next: Asked) => {
    asked = limited(next);
    if (box) boxLimits(box, asked);
    // What was counted before holds until it is counted again.
    showFilters(filters, asked, countsIn(filters));
    void run();
  };

  section.addEventListener('click', (event) => {
    const slug = event.target instanceof Element ? event.target.closest('a')?.dataset['slug'] : undefined;
    if (slug !== undefined) visit.settled(asked.question, found, slug);
  });
  section.querySelector('[data-again] button')?.addEventListener('click', () => void run());
  addEventListener('online', () => hasFailed && void run());
  filters.addEventListener('click', (event) => {
    const chosen = filterOf(event.target);
    // Without a question, and in a new tab, the link does what links do.
    if (!chosen || asked.question.trim() === '' || isForNewTab(event)) return;
    event.preventDefault();
    go(chosen.name === 'all' ? withoutFilters(asked) : withFilter(asked, chosen.name, chosen.value));
    history.pushState(null, '', location.pathname + writeAsked(asked));
    // What was cleared is gone, and the focus with it.
    if (event.target instanceof HTMLElement && !event.target.checkVisibility()) section.focus({ preventScroll: true });
  });
  addEventListener('popstate', () => {
    const next = limited(readAsked(new URLSearchParams(location.search)));
    // A leap within the page is a step of the history too.
    if (!isSame(next, asked)) go(next);
  });

  if (box) boxLimits(box, asked);
  if (asked.question.trim() === '') return;
  if (section.hasAttribute('data-answered') && isSame(asked, arrived)) return visit.settled(asked.question, found);
  history.replaceState(history.state, '', location.pathname + writeAsked(asked) + location.hash);
  openFilters(filters);
  showNothingYet(section);
  nameTab(asked.question);
  void run();
}

/** The static page was named before anybody had asked. */
function nameTab(question: string): void {
  const unnamed = tab.title({ page: words.title, site: '' });
  if (!document.title.startsWith(unnamed)) return;
  document.title = tab.title({ page: words.titleOf(question), site: document.title.slice(unnamed.length) });
}

/** Whether they have one answer; the server may not have known whom to answer first. */
function isSame(one: Asked, other: Asked): boolean {
  return writeAsked(one) === writeAsked(other);
}

function isForNewTab(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}
