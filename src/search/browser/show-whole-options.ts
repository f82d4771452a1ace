/** With fewer in sight a list is better cut through than short. */
const LEAST = 2;

/**
 * Ends the list of the popup below the last option that fits whole, so that no line of type is cut through. To be
 * called again whenever the popup, or what is in it, has another height.
 */
export function showWholeOptions(list: HTMLElement): void {
  // Where the list is let out for a moment, browsers move what was scrolled.
  const { scrollTop } = list;
  list.style.removeProperty('--whole');
  const { top, height } = list.getBoundingClientRect();
  const edges = [...list.children].map((option) => option.getBoundingClientRect().bottom - top + list.scrollTop);
  // Sums of fractions are a little off.
  const whole = edges.filter((edge) => edge <= height + 0.5);
  const end = whole.at(-1);
  if (end === undefined || whole.length === edges.length || whole.length < LEAST) return;
  list.style.setProperty('--whole', `${end}px`);
  list.scrollTop = scrollTop;
}
