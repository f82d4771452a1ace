import { browserSearcher } from '../browser-searcher.ts';
import type { Filters } from '../engine.ts';
import { FILTER_NAMES, readAsked, RESULT_ROWS, withFilter, writeAsked, type Asked } from '../result-address.ts';
import type { SearchAnswer } from '../search-answer.ts';
import { countInWords, unknownInWords } from '../wording.ts';
import { resultRow } from './result-row.ts';
import { searchKeeper } from './search-keeper.ts';
import { searchReader } from './search-reader.ts';
import { settledSearch } from './settled-search.ts';

const NOT_LOADED =
  'Search could not be loaded. Are you offline? Load the page again in a moment, or go by topic below.';

/**
 * The results page in the browser: searches where the server has not answered already, and again whenever a filter is
 * chosen, with the address kept up to date. Links of `filters` work without this, as links.
 */
export function startResultsPage(section: HTMLElement, filters: HTMLElement | null): void {
  const searcher = browserSearcher(section.dataset['index'] ?? '/pagefind/');
  const boxes = document.querySelectorAll<HTMLFormElement>('form[data-search-box].large');
  let asked = readAsked(new URLSearchParams(location.search));
  const visit = settledSearch(searchKeeper(section.dataset['keepSearchesAt'], () => searchReader(asked.filters)));
  let found = section.querySelectorAll('.result').length;
  let searches = 0;

  const run = async () => {
    const mine = ++searches;
    if (asked.question.trim() === '') return;
    try {
      const answer = await searcher.search(asked.question, {
        filters: asked.filters,
        reader: searchReader(asked.filters),
        limit: RESULT_ROWS,
      });
      if (mine !== searches) return;
      found = answer.rows.length;
      show(section, answer, asked);
      visit.settled(answer.question, found);
    } catch {
      if (mine === searches) showFailure(section);
    }
  };

  const showChosen = () => {
    if (filters) showFilters(filters, asked);
    for (const box of boxes) keepFilters(box, asked.filters);
  };

  for (const box of boxes) {
    const input = box.querySelector<HTMLInputElement>('input[name="q"]');
    if (input?.value === '') input.value = asked.question;
  }
  section.addEventListener('click', (event) => {
    const slug = event.target instanceof Element ? event.target.closest('a')?.dataset['slug'] : undefined;
    if (slug !== undefined) visit.settled(asked.question, found, slug);
  });
  filters?.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? chosenFilter(event.target) : undefined;
    // Without a question, and in a new tab, the link does what links do.
    if (!chosen || asked.question.trim() === '' || isForNewTab(event)) return;
    event.preventDefault();
    asked = withFilter(asked, chosen.name, chosen.value);
    history.replaceState(history.state, '', location.pathname + writeAsked(asked));
    showChosen();
    void run();
  });

  showChosen();
  showWithoutFilters(section, asked);
  if (section.hasAttribute('data-answered')) visit.settled(asked.question, found);
  else void run();
}

function show(section: HTMLElement, answer: SearchAnswer, asked: Asked): void {
  const rows = element(section, '.rows');
  rows.replaceChildren(...answer.rows.map(resultRow));
  rows.hidden = answer.rows.length === 0;
  element(section, '[role="status"]').textContent = countInWords(answer);
  const unknown = element(section, '[data-unknown]');
  unknown.textContent = unknownInWords(answer);
  unknown.hidden = unknown.textContent === '';
  element(section, '[data-nothing]').hidden = answer.rows.length > 0;
  showWithoutFilters(section, asked);
}

function showFailure(section: HTMLElement): void {
  element(section, '[role="status"]').textContent = NOT_LOADED;
  element(section, '.rows').hidden = true;
  element(section, '[data-nothing]').hidden = false;
}

/** The way out of limits that leave nothing. */
function showWithoutFilters(section: HTMLElement, { question, filters }: Asked): void {
  const line = element(section, '[data-without-filters]');
  line.hidden = Object.keys(filters).length === 0;
  line.querySelector('a')?.setAttribute('href', location.pathname + writeAsked({ question, filters: {} }));
}

function showFilters(filters: HTMLElement, asked: Asked): void {
  const { product } = asked.filters;
  for (const line of filters.querySelectorAll<HTMLElement>('[data-filter]')) {
    const name = filterName(line.dataset['filter']);
    if (!name) continue;
    const links = [...line.querySelectorAll<HTMLAnchorElement>('a[data-value]')];
    for (const link of links) {
      const value = link.dataset['value'] || undefined;
      link.href = location.pathname + writeAsked(withFilter(asked, name, value));
      link.hidden = link.dataset['of'] !== undefined && link.dataset['of'] !== product;
      if (asked.filters[name] === value) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    line.hidden = links.every((link) => link.hidden || link.dataset['value'] === '');
  }
}

/** A new question keeps the limits that are chosen now, not those with which the page was loaded. */
function keepFilters(box: HTMLFormElement, filters: Filters): void {
  for (const former of box.querySelectorAll('input[type="hidden"]')) former.remove();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value === undefined) continue;
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    box.append(input);
  }
}

function chosenFilter(target: Element): { name: keyof Filters; value: string | undefined } | undefined {
  const link = target.closest<HTMLAnchorElement>('a[data-value]');
  const name = filterName(link?.closest<HTMLElement>('[data-filter]')?.dataset['filter']);
  return link && name ? { name, value: link.dataset['value'] || undefined } : undefined;
}

function filterName(name: string | undefined): keyof Filters | undefined {
  return FILTER_NAMES.find((known) => known === name);
}

function isForNewTab(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}

function element(section: HTMLElement, selector: string): HTMLElement {
  const found = section.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The results have no ${selector}.`);
  return found;
}
