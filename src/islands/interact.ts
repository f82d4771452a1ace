import type { ClientDirective } from 'astro';

const WAKING = ['pointerenter', 'focusin', 'touchstart', 'click'] as const;

/**
 * `client:interact`: an island stays plain HTML until somebody reaches for it, so a page that is only read loads no
 * React. A click that comes before it is awake waits for it; if it cannot wake, the plain form takes the click.
 * `client:interact="or-kept"` wakes at once where this browser keeps something of ours, which the island may have to show.
 */
const interact: ClientDirective = (load, options, element) => {
  let early: HTMLElement | undefined;
  let waking = false;

  const wake = async (event?: Event) => {
    if (event?.type === 'click') early = holdBack(event) ?? early;
    if (waking) return;
    waking = true;
    try {
      const hydrate = await load();
      await hydrate();
    } finally {
      for (const type of WAKING) element.removeEventListener(type, wake);
      early?.click();
    }
  };

  for (const type of WAKING) element.addEventListener(type, wake, { passive: type === 'touchstart' });
  if (options.value === 'or-kept' && keepsSomething()) void wake();
};

/** A text that was typed, a message that waits, what was read in this visit. */
function keepsSomething(): boolean {
  try {
    return [sessionStorage, localStorage].some((storage) =>
      Object.keys(storage).some((name) => name.startsWith('handrail-')),
    );
  } catch {
    // Where nothing may be kept, nothing was.
    return false;
  }
}

/** A submit button's click would leave the page before the island is awake. */
function holdBack(event: Event): HTMLElement | undefined {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return undefined;
  event.preventDefault();
  return button;
}

export default interact;
