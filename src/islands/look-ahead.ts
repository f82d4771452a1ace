import { pageAhead } from './page-ahead.ts';

/** Whoever only moves across a link does not mean it, nor does a finger that comes down on it to scroll. */
const MEANT_AFTER_MS = 65;

type Line = { saveData?: boolean; effectiveType?: string };

/**
 * Asks for the page that a link leads to once somebody points at it, reaches it with the keyboard, or touches it: when
 * they follow it, it is there. Astro's own prefetch would want a mark on every link that is not to be asked for ahead.
 */
export function lookAhead(root: Document): void {
  const asked = new Set<string>();
  let timer: number | undefined;
  const soon = (event: Event) => {
    clearTimeout(timer);
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const page = link && !link.target && !link.download ? pageAhead(link.href, root.location.href) : undefined;
    if (page === undefined || asked.has(page) || isCostly()) return;
    timer = window.setTimeout(() => {
      asked.add(page);
      askFor(page, root);
    }, MEANT_AFTER_MS);
  };
  root.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && soon(event));
  root.addEventListener('focusin', (event) => soon(event));
  root.addEventListener('touchstart', (event) => soon(event), { passive: true });
  for (const name of ['pointercancel', 'touchcancel', 'scroll']) {
    root.addEventListener(name, () => clearTimeout(timer), { passive: true, capture: true });
  }
}

/** Whoever saves data, or is on a bad line, pays for what they do not read. */
function isCostly(): boolean {
  const { connection } = navigator as Navigator & { connection?: Line };
  return !navigator.onLine || connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
}

/** As a link where the browser takes it: then the page is used without being asked for again. */
function askFor(page: string, root: Document): void {
  const link = root.createElement('link');
  if (link.relList.supports('prefetch')) {
    link.rel = 'prefetch';
    link.href = page;
    root.head.append(link);
  } else {
    fetch(page, { priority: 'low' }).catch(() => undefined);
  }
}
