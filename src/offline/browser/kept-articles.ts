import { keptArticles as words } from '../../strings/en/kept-articles.ts';
import { cacheNames } from '../cache-names.ts';
import { momentInWords } from '../kept-in-words.ts';
import { readKeptPage } from '../kept-page.ts';

type KeptArticle = { address: string; title: string; reader: string; keptAtMs: number };

/** Fills `list` with the articles that this browser has kept for the site at `base`, the newest first, and shows `section`. */
export async function showKeptArticles(section: HTMLElement, list: HTMLElement, base: string): Promise<void> {
  const articles = await keptArticles(base);
  list.replaceChildren(...articles.map((article) => asLine(article, document.documentElement.lang)));
  section.hidden = articles.length === 0;
}

async function keptArticles(base: string): Promise<KeptArticle[]> {
  try {
    const pages = await caches.open(cacheNames(base).pages);
    const found = (await pages.keys()).map(async (request): Promise<KeptArticle[]> => {
      const response = await pages.match(request, { ignoreVary: true });
      if (!response) return [];
      const page = new DOMParser().parseFromString(withoutStyles(await response.text()), 'text/html');
      const title = page.querySelector('[data-article] h1')?.textContent.trim();
      if (!title) return [];
      const { address, keptAtMs } = readKeptPage(new URL(request.url).pathname, response);
      return [{ address, title, reader: readerOf(page), keptAtMs }];
    });
    return (await Promise.all(found)).flat().sort((a, b) => b.keptAtMs - a.keptAtMs);
  } catch {
    // Storage may have been forbidden since: then nothing can be listed, and the page says what else there is.
    return [];
  }
}

/** The policy of this page would refuse the styles of another, aloud, though nothing here shows them. */
function withoutStyles(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>/g, '');
}

/** The line of the switcher without its days: that of the check and that of the copy would be taken for one another. */
function readerOf(page: Document): string {
  const day = page.querySelector('.switcher summary time');
  const summary = day?.closest('summary');
  if (!day || !summary) return '';
  const before = page.createRange();
  before.setStart(summary, 0);
  before.setEndBefore(day);
  const parts = before.toString().trim().replace(/\s+/g, ' ').split(' · ');
  return parts.slice(0, -1).join(' · ');
}

function asLine({ address, title, reader, keptAtMs }: KeptArticle, language: string): HTMLElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  const copy = document.createElement('p');
  copy.className = 'muted small';
  copy.textContent = words.copyFrom({ reader, moment: momentInWords(new Date(keptAtMs), language) });
  line.append(link, copy);
  return line;
}
