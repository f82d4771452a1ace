import { FILTER_NAMES, type Asked } from '../result-address.ts';

/**
 * Puts what the results page shows into its search box: a new question keeps the limits that are chosen now, not those
 * with which the page was loaded, and is for the same reader.
 */
export function boxLimits(box: HTMLFormElement, { question, filters, reader = {} }: Asked): void {
  for (const former of box.querySelectorAll('input[type="hidden"]')) former.remove();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value === undefined) continue;
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    box.append(input);
  }
  for (const name of ['product', 'version', 'audience'] as const) {
    if (reader[name] === undefined) box.removeAttribute(`data-${name}`);
    else box.dataset[name] = reader[name];
  }
  const field = box.querySelector<HTMLInputElement>('input[name="q"]');
  if (field?.value === '') field.value = question;
}
