import { isPicture } from './assets-in.ts';
import { neverChanges } from './never-changes.ts';

/** What a page or a reader asks for, as far as the worker has to know. */
export type Asked = { method: string; url: URL; isNavigation: boolean; isRange: boolean };

/** How the worker answers. */
export type Rule =
  /** Not at all: the browser asks the network as if there were no worker. */
  | { kind: 'untouched' }
  /** The kept copy, and the network only where there is none. */
  | { kind: 'asset' }
  | { kind: 'index-file' }
  /** The network, and the kept copy where it is away. */
  | { kind: 'picture' }
  /** As a picture, also where the network is slow. */
  | { kind: 'index-start' }
  /**
   * As above; `copy` is the address of the copy that may answer, and only where `isKept` the answer becomes it.
   * `isSearch`: the reader searches, and the server answers without the index of the browser.
   */
  | { kind: 'page'; copy?: string; isKept: boolean; isSearch?: true };

/** What lies below these is never kept, nor answered from what was kept. */
const UNTOUCHED = ['api/', 'videos/'];
/** Pages below these may be kept once they were read; all others belong to one person, or to the server. */
const READ = ['articles/', 'topics/', 'products/'];
/** Pages of an article that take something from the reader. */
const TAKING = ['talk', 'voted'];

/** The rule for a request of the site whose root is `scope`; other hosts and everything but plain GETs are left alone. */
export function ruleFor({ method, url, isNavigation, isRange }: Asked, scope: URL): Rule {
  const base = scope.pathname;
  if (method !== 'GET' || isRange || url.origin !== scope.origin || !url.pathname.startsWith(base))
    return { kind: 'untouched' };
  const path = url.pathname.slice(base.length);
  if (isPicture(path)) return { kind: 'picture' };
  if (UNTOUCHED.some((folder) => path.startsWith(folder))) return { kind: 'untouched' };
  if (path.startsWith('_astro/')) return { kind: 'asset' };
  if (path.startsWith('pagefind/')) return { kind: neverChanges(url.pathname, base) ? 'index-file' : 'index-start' };
  return isNavigation ? pageRule(path, url, base) : { kind: 'untouched' };
}

function pageRule(path: string, { search, searchParams }: URL, base: string): Rule {
  // With a question in its address the server answers; the page without one finds the same in the browser.
  if (isFolder(path, 'search')) {
    const isSearch = Boolean(searchParams.get('q')?.trim());
    return { kind: 'page', copy: `${base}search/`, isKept: search === '', ...(isSearch && { isSearch }) };
  }
  if (path === '') return { kind: 'page', copy: base, isKept: true };
  if (!READ.some((folder) => path.startsWith(folder))) return { kind: 'page', isKept: false };
  const parts = path.split('/').filter(Boolean);
  if (parts.length > 2 && TAKING.includes(parts.at(-1) ?? '')) return { kind: 'page', isKept: false };
  return { kind: 'page', copy: `${base}${parts.join('/')}/`, isKept: true };
}

function isFolder(path: string, name: string): boolean {
  return path === name || path === `${name}/`;
}
