/**
 * Keeps the parts of a page that are marked `data-live` up to date: when the server says that something happened, the
 * page is asked for again, and those parts are taken from it. Without this the page is as good, until it is reloaded.
 */
export function followChanges(): void {
  const events = new EventSource('/desk/events/');
  let asking: Promise<void> = Promise.resolve();
  events.addEventListener('changed', () => {
    // One after the other, so that an older answer never replaces a newer one.
    asking = asking.then(takeAnew, takeAnew);
  });
}

async function takeAnew(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (!other || other.innerHTML === part.innerHTML) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
    part.replaceChildren(...other.childNodes);
    // Whoever stood on a line with the keyboard stands there still.
    if (focused) part.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
  // What is shown now is what the next act is done on the strength of.
  const seen = fresh.querySelector<HTMLInputElement>('input[name="seen"]')?.value;
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="seen"]')) field.value = seen ?? '';
}
