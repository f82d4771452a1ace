import type { Filters } from './filters.ts';
import { withFilter, writeAsked, type Asked } from './result-address.ts';
import type { FilterCounts } from './search-answer.ts';

/** A filter and all that could be chosen of it, as the content names it. */
export type FilterGroup = {
  name: keyof Filters;
  /** How it is said that nothing is chosen. */
  all: string;
  /** `of` names the product that a version belongs to. */
  choices: readonly { value: string; label: string; of?: string | undefined }[];
};

/** A choice as it is shown for one question; hidden where it would lead to nothing. */
export type FilterChoice = {
  value: string;
  label: string;
  /** The product that a version belongs to. */
  of?: string;
  count?: number;
  address: string;
  isChosen: boolean;
  isHidden: boolean;
};

export type ShownGroup = {
  name: keyof Filters;
  /** A group with nothing to choose between is hidden. */
  isHidden: boolean;
  /** What is chosen, and where it leads without that. */
  chosen?: { label: string; address: string };
  choices: FilterChoice[];
};

/** What can be chosen beside the results; where nothing was counted, everything that the site has. */
export function filterChoices(groups: readonly FilterGroup[], asked: Asked, counts?: FilterCounts): ShownGroup[] {
  return groups.map(({ name, all, choices: known }) => {
    const chosen = asked.filters[name];
    const without = writeAsked(withFilter(asked, name, undefined));
    const choices = known.map(({ value, label: choice, of }) => {
      const count = counts && (counts[name].find((counted) => counted.value === value)?.count ?? 0);
      const isOther = of !== undefined && of !== asked.filters.product;
      const isChosen = value === chosen && !isOther;
      return {
        value,
        label: choice,
        ...(of !== undefined && { of }),
        ...(count !== undefined && { count }),
        address: writeAsked(withFilter(asked, name, value)),
        isChosen,
        isHidden: isOther || (!isChosen && count === 0),
      };
    });
    const shown = choices.filter(({ isHidden }) => !isHidden);
    const isHidden = chosen === undefined && shown.length < 2;
    const current = shown.find(({ isChosen }) => isChosen);
    return {
      name,
      isHidden: isHidden || shown.length === 0,
      // A value that the site does not have can still be cleared.
      ...(chosen !== undefined && { chosen: { label: current?.label ?? chosen, address: without } }),
      choices: [{ value: '', label: all, address: without, isChosen: chosen === undefined, isHidden }, ...choices],
    };
  });
}

/** Other values of what was chosen that would find something: the shortest ways out of limits that leave nothing. */
export function otherChoices(groups: readonly ShownGroup[], most = 4): FilterChoice[] {
  return groups
    .filter(({ chosen }) => chosen !== undefined)
    .flatMap(({ choices }) =>
      choices.filter(({ isChosen, isHidden, count = 0 }) => !isChosen && !isHidden && count > 0),
    )
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .slice(0, most);
}
