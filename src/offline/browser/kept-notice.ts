import { keptCopy } from '../../strings/en/kept-copy.ts';
import { keptInWords } from '../kept-in-words.ts';
import type { Because } from '../kept-page.ts';

/** Says on a page that came from the worker's copies that it is one, and offers the newest where that can be had. */
export function showKeptNotice(notice: HTMLElement): void {
  const { keptAt, keptBecause } = document.documentElement.dataset;
  if (keptAt === undefined) return;
  const because: Because = keptBecause === 'slow' ? 'slow' : 'failed';
  const isSearch = notice.dataset['page'] === 'search';
  const sentence = notice.querySelector<HTMLElement>('[role="status"]');
  const again = notice.querySelector<HTMLAnchorElement>('a');
  const show = () => {
    const copy = { keptAt: new Date(Number(keptAt)), because, isOnline: navigator.onLine, isSearch };
    if (sentence) sentence.textContent = keptInWords(copy, document.documentElement.lang);
    if (again) again.hidden = !navigator.onLine;
  };

  show();
  addEventListener('offline', show);
  addEventListener('online', () => {
    show();
    if (sentence && because === 'failed') sentence.textContent = keptCopy.onlineAgain;
  });
}
