import { filterChoices, type FilterGroup, type ShownGroup } from '../filter-choices.ts';
import { FILTER_NAMES, withoutFilters, writeAsked, type Asked } from '../result-address.ts';
import type { FilterCounts } from '../search-answer.ts';
import { searchResults } from '../../strings/en/search-results.ts';
import { partOf } from './part-of.ts';

/** Brings the links of SearchFilters.astro up to date in place, so that the focus stays where it is. */
export function showFilters(nav: HTMLElement, asked: Asked, counts: FilterCounts | undefined): readonly ShownGroup[] {
  const groups = filterChoices(readGroups(nav), asked, counts);
  for (const group of groups) showGroup(nav, group);
  const chosenCount = groups.filter(({ chosen }) => chosen).length;
  partOf(nav, '[data-chosen]').hidden = chosenCount === 0;
  const all = partOf(nav, '[data-clear=""]');
  all.hidden = chosenCount < 2;
  all.setAttribute('href', writeAsked(withoutFilters(asked)));
  partOf(nav, '[data-narrow]').hidden = groups.every(({ isHidden }) => isHidden);
  return groups;
}

/** Makes the room that the choices take, before there are rows that would move when they come. */
export function openFilters(nav: HTMLElement): void {
  nav.hidden = false;
  partOf(nav, '[data-narrow]').hidden = false;
}

/** What was counted before, as it stands in the page; undefined where nothing was. */
export function countsIn(nav: HTMLElement): FilterCounts | undefined {
  const counts: FilterCounts = { product: [], version: [], audience: [], type: [], topic: [] };
  for (const name of FILTER_NAMES) {
    for (const link of nav.querySelectorAll<HTMLElement>(`[data-filter="${name}"] a`)) {
      const count = Number(link.querySelector('[data-count]')?.textContent);
      if (count > 0) counts[name].push({ value: link.dataset['value'] ?? '', count });
    }
  }
  return Object.values(counts).some(({ length }) => length > 0) ? counts : undefined;
}

/** The filter that a clicked link chooses or clears; undefined where it is none. */
export function filterOf(
  target: EventTarget | null,
): { name: FilterGroup['name'] | 'all'; value?: string } | undefined {
  const link = target instanceof Element ? target.closest<HTMLElement>('a[data-value], a[data-clear]') : null;
  if (!link) return undefined;
  if (link.dataset['clear'] === '') return { name: 'all' };
  const written = link.dataset['clear'] ?? link.closest<HTMLElement>('[data-filter]')?.dataset['filter'];
  const name = FILTER_NAMES.find((known) => known === written);
  return name && { name, ...(link.dataset['value'] && { value: link.dataset['value'] }) };
}

/** All that the page offers: the server wrote it down in the links. */
function readGroups(nav: HTMLElement): FilterGroup[] {
  return FILTER_NAMES.map((name) => {
    const [all, ...choices] = [...partOf(nav, `[data-filter="${name}"]`).querySelectorAll<HTMLElement>('a')];
    return {
      name,
      all: labelOf(all),
      choices: choices.map((link) => ({
        value: link.dataset['value'] ?? '',
        label: labelOf(link),
        ...(link.dataset['of'] !== undefined && { of: link.dataset['of'] }),
      })),
    };
  });
}

function showGroup(nav: HTMLElement, { name, isHidden, chosen, choices }: ShownGroup): void {
  const group = partOf(nav, `[data-filter="${name}"]`);
  group.hidden = isHidden;
  const links = group.querySelectorAll<HTMLAnchorElement>('a');
  choices.forEach(({ address, isChosen, isHidden: isChoiceHidden, count }, at) => {
    const link = links[at];
    if (!link) return;
    link.href = address;
    if (isChosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    partOf(link, '[data-count]').textContent = count === undefined ? '' : searchResults.leaves(count);
    if (link.parentElement) link.parentElement.hidden = isChoiceHidden;
  });
  const clear = partOf(nav, `[data-clear="${name}"]`);
  clear.hidden = chosen === undefined;
  if (!chosen) return;
  clear.setAttribute('href', chosen.address);
  partOf(clear, '[data-label]').textContent = chosen.label;
}

function labelOf(link: HTMLElement | undefined): string {
  return link?.querySelector('[data-label]')?.textContent ?? '';
}
