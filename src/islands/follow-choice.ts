import { chosen as words } from '../strings/en/chosen.ts';
import { choose, chosenFor, forget, type ChosenReader } from './chosen-reader.ts';

/**
 * Remembers what is chosen in the switcher, and lets links to articles lead to the page for it, where an article has
 * one. The page itself always stays what its address says: a choice never leads anybody away from a link.
 */
export function followChoice(root: ParentNode): void {
  for (const way of root.querySelectorAll<HTMLAnchorElement>('a[data-choice]')) {
    way.addEventListener('click', () => choose(JSON.parse(way.dataset['choice'] ?? '{}') as ChosenReader));
  }
  for (const line of root.querySelectorAll<HTMLElement>('[data-chosen]')) showChoice(line);
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-serves]')) leadToChoice(link);
}

/** "Showing for Sync 4.2, at home", with a button that ends it; links lead to the default again at the next page. */
function showChoice(line: HTMLElement): void {
  const product = line.dataset['chosen'] ?? '';
  const chosen = chosenFor(product);
  if (!chosen) return;
  const said = line.querySelector('span');
  if (said) said.textContent = words.forReader(chosen.inWords);
  const there = line.querySelector('a');
  const address = addressFor(line.dataset['slug'], line.dataset['serves'], chosen);
  if (there && address && line.dataset['here'] !== undefined && !isServed(line.dataset['here'], chosen)) {
    there.href = address;
    there.hidden = false;
  }
  line.querySelector('button')?.addEventListener('click', () => {
    forget(product);
    line.hidden = true;
    document.querySelector<HTMLElement>('.switcher > summary')?.focus();
  });
  line.hidden = false;
}

function leadToChoice(link: HTMLAnchorElement): void {
  const chosen = chosenFor(link.dataset['product'] ?? '');
  const slug = /^\/articles\/([^/]+)\//.exec(link.pathname)?.[1];
  const address = chosen && addressFor(slug, link.dataset['serves'], chosen);
  if (address) link.href = address + link.hash;
}

function addressFor(slug: string | undefined, serves: string | undefined, chosen: ChosenReader): string | undefined {
  if (slug === undefined || !isServed(serves, chosen)) return undefined;
  return `/articles/${slug}/${chosen.version}/for-${chosen.audience}/`;
}

function isServed(serves: string | undefined, { version, audience }: ChosenReader): boolean {
  return serves?.split(',').includes(`${version} ${audience}`) ?? false;
}
