import { searchResults as words } from '../../strings/en/search-results.ts';
import { otherChoices, type ShownGroup } from '../filter-choices.ts';
import { withoutFilters, writeAsked, type Asked } from '../result-address.ts';
import type { SearchAnswer } from '../search-answer.ts';
import { understood } from '../understood.ts';
import { countInWords, failureInWords, hiddenInWords } from '../wording.ts';
import { partOf } from './part-of.ts';
import { resultRow } from './result-row.ts';
import { sentenceElements } from './sentence-elements.ts';

/** Puts an answer into SearchResults.astro: the same that the server would have rendered. */
export function showResults(section: HTMLElement, answer: SearchAnswer, asked: Asked): void {
  const rows = partOf(section, '.rows');
  rows.replaceChildren(...answer.rows.map(resultRow));
  const sentences = understood(answer, asked, document.documentElement.lang);
  const made = partOf(section, '[data-understood]');
  made.replaceChildren(...sentenceElements(sentences));
  made.hidden = sentences.length === 0;
  partOf(section, '.count').textContent = countInWords(answer);
  showOnly(section, answer.rows.length > 0 ? 'rows' : 'nothing');
  // Nothing is known of other limits yet.
  partOf(section, '[data-without-filters]').hidden = true;
}

/** Says how much the limits hide that left nothing, and the ways out of them. */
export function showWithoutLimits(
  section: HTMLElement,
  asked: Asked,
  withoutLimits: SearchAnswer,
  groups: readonly ShownGroup[],
): void {
  const line = partOf(section, '[data-without-filters]');
  const sentence = hiddenInWords(withoutLimits);
  line.hidden = sentence === '';
  partOf(line, '[data-sentence]').textContent = sentence;
  line.querySelector('a')?.setAttribute('href', writeAsked(withoutFilters(asked)));
  const others = otherChoices(groups);
  partOf(line, '[data-others]').hidden = others.length === 0;
  partOf(line, '[data-links]').replaceChildren(
    ...others.flatMap(({ label, count = 0, address }, position) => [
      ...(position > 0 ? [words.between] : []),
      Object.assign(document.createElement('a'), { href: address, textContent: label }),
      words.count(count),
    ]),
  );
}

export function showFailure(section: HTMLElement): void {
  partOf(section, '.count').textContent = failureInWords(!navigator.onLine);
  partOf(section, '[data-understood]').hidden = true;
  partOf(section, '[data-without-filters]').hidden = true;
  showOnly(section, 'failure');
}

/** Before the first answer nobody knows whether other ways are needed. */
export function showNothingYet(section: HTMLElement): void {
  partOf(section, '[data-nothing]').hidden = true;
}

/** Says that it takes a while; what was found before stays, paler. */
export function showWaiting(section: HTMLElement, sentence: string): void {
  partOf(section, '.count').textContent = sentence;
  partOf(section, '[data-understood]').hidden = true;
}

function showOnly(section: HTMLElement, what: 'rows' | 'nothing' | 'failure'): void {
  partOf(section, '.rows').hidden = what !== 'rows';
  partOf(section, '[data-nothing]').hidden = what === 'rows';
  partOf(section, '[data-again]').hidden = what !== 'failure';
  partOf(section, '[data-other-words]').hidden = what === 'failure';
  partOf(section, '[data-title]').textContent = words.otherWays;
  partOf(section, '[data-goes-along]').hidden = false;
}
