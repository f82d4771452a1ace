import { writeMoments } from '../../islands/write-moments.ts';
import { live } from '../../strings/en/desk-live.ts';

const AGAIN_AFTER_MS = 15_000;

/**
 * Keeps the parts of a page that are marked `data-live` up to date: when the server says that something happened, the
 * page is asked for again, and those parts are taken from it. Without this the page is as good, until it is reloaded.
 */
export function followChanges(): void {
  let asking: Promise<void> = Promise.resolve();
  let isNextAsked = false;
  const begin = () => {
    isNextAsked = false;
    return takeAnew();
  };
  // One after the other, so that an older answer never replaces a newer one; the one that waits sees all that happened.
  const look = () => {
    if (isNextAsked) return;
    isNextAsked = true;
    asking = asking.then(begin, begin);
  };
  const listen = () => {
    const events = new EventSource('/desk/events/');
    events.addEventListener('changed', look);
    // What happened while nobody listened is not told any more: since the page was made, or while the line was broken.
    events.addEventListener('open', look);
    // Refused, as by a proxy while the server starts anew, or after the end of the session: the browser gives up then.
    events.addEventListener('error', () => {
      if (events.readyState !== EventSource.CLOSED) return;
      look();
      setTimeout(listen, AGAIN_AFTER_MS);
    });
  };
  listen();
}

async function takeAnew(): Promise<void> {
  // While the server cannot be reached, what is shown stays.
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!response) return;
  if (response.redirected) return tell(live.signedOut);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  writeMoments(fresh);
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML) replace(part, other);
  }
  const seen = fresh.querySelector<HTMLInputElement>('input[name="seen"]')?.value;
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[name="seen"]')];
  const old = fields.filter(({ value }) => value !== seen);
  // Whoever is writing did so on the strength of what was there before, and is asked once more before it is sent.
  for (const field of old.filter(({ form }) => !form || !isBegun(form))) field.value = seen ?? '';
  if (old.some(({ form }) => form && isBegun(form))) tell(live.somethingNew);
  else if (fresh.getElementById('resolve') && !document.getElementById('resolve')) tell(live.openAgain);
}

function replace(part: HTMLElement, other: HTMLElement): void {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const address = focused?.getAttribute('href');
  part.replaceChildren(...other.childNodes);
  if (!focused) return;
  // Whoever stood on a line with the keyboard stands there still, or as near as can be.
  const same = address ? part.querySelector<HTMLElement>(`[href="${CSS.escape(address)}"]`) : null;
  const near = same ?? part.querySelector<HTMLElement>('button, a') ?? part;
  if (near === part) part.tabIndex = -1;
  near.focus();
}

function isBegun(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== '';
    if (field instanceof HTMLInputElement) return field.type !== 'hidden' && field.value !== field.defaultValue;
    if (!(field instanceof HTMLSelectElement)) return false;
    const chosen = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
    return field.value !== chosen?.value;
  });
}

/** Says it where the page has a place for it, for eyes and for screen readers. */
function tell(words: string): void {
  const place = document.querySelector('[data-news]');
  if (place && place.textContent !== words) place.textContent = words;
}
