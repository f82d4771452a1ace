import { assetsIn, withAllNeeded, type AssetTable } from '../assets-in.ts';
import { indexCaches } from '../cache-names.ts';
import { isKeepable } from '../is-keepable.ts';
import { keptPage, markedAsKept, readKeptPage, type Because } from '../kept-page.ts';
import { CORE_PAGES, OFFLINE_PAGE } from '../offline-build.ts';
import { ruleFor, type Rule } from '../rule.ts';
import { pagesToDrop } from '../what-to-drop.ts';
import { within } from '../within.ts';
import { keepAssets } from './assets.ts';
import { knownBuilds } from './builds.ts';
import type { Keeping } from './keeping.ts';
import type { AskEvent } from './scope.ts';

const MAX_PAGES = 60;
/** Somebody who has read the page before would rather see it as it was than wait for longer. */
const PATIENCE_MS = 3_000;
/** What the page is for comes first, what somebody may reach for on it later. */
const QUIET_MS = 2_000;

type PageRule = Extract<Rule, { kind: 'page' }>;

/** The page from the network; where that is slow or away, the copy that was kept; where there is none, what is left. */
export async function answerPage(event: AskEvent, rule: PageRule, keeping: Keeping): Promise<Response> {
  const asking = ask(event, keeping);
  const { copy } = rule;
  if (copy !== undefined && rule.isKept) {
    const kept = asking.then((response) => keepWithAssets(copy, response.clone(), keeping));
    event.waitUntil(kept.catch(() => undefined));
  }
  const former = copy === undefined ? undefined : await findPage(copy, keeping);
  if (!former) return asking.catch(() => offlinePage(keeping));
  let because: Because = 'failed';
  const soon = await within(
    asking.then((response) => ({ response })),
    PATIENCE_MS,
  ).catch(() => ({ response: undefined }));
  if (!soon) because = 'slow';
  // A server that answers that it cannot answer is away as well.
  else if (soon.response && soon.response.status < 500) return soon.response;
  const { keptAtMs } = readKeptPage(copy ?? '', former);
  return new Response(markedAsKept(await former.text(), keptAtMs, because), { headers: former.headers });
}

/** Keeps the page at `address`, for which the oldest ones make room, and says which assets it needs. */
export async function keepPage(address: string, response: Response, keeping: Keeping): Promise<string[]> {
  if (!isKeepable(response, 'page')) return [];
  const { shelf, names, base, nowMs } = keeping;
  const html = await response.text();
  const builds = await knownBuilds(keeping);
  // Names carry hashes, so what a name leads to is the same in every build that has it.
  const assets: AssetTable = Object.assign({}, ...builds.map((build) => build.assets));
  const needs = withAllNeeded(assetsIn(html, base), assets);
  const copy = () => keptPage(html, response.headers, nowMs(), needs);
  const cache = isCore(address, base) ? names.core : names.pages;
  if ((await shelf.put(cache, address, copy())) === 'full') {
    await makeRoom(keeping);
    await shelf.put(cache, address, copy());
  }
  await shelf.drop(names.pages, pagesToDrop(await shelf.pages(names.pages), MAX_PAGES));
  return needs;
}

/** Keeps a page that is open while the worker begins: it came before the worker could see it. */
export async function keepOpenPage(address: string, scope: URL, keeping: Keeping): Promise<void> {
  const rule = ruleFor({ method: 'GET', url: new URL(address), isNavigation: true, isRange: false }, scope);
  if (rule.kind !== 'page' || !rule.isKept || rule.copy === undefined) return;
  await keepWithAssets(rule.copy, await keeping.fetch(rule.copy, { cache: 'no-cache' }), keeping);
}

async function keepWithAssets(address: string, response: Response, keeping: Keeping): Promise<void> {
  const needs = await keepPage(address, response, keeping);
  if (needs.length === 0) return;
  await keeping.pause(QUIET_MS);
  await keepAssets(needs, keeping);
}

async function ask({ request, preloadResponse }: AskEvent, { fetch }: Keeping): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

function findPage(address: string, { shelf, names, base }: Keeping): Promise<Response | undefined> {
  return shelf.find(isCore(address, base) ? names.core : names.pages, address);
}

/** Its status is 200, or browsers would complain of it to a reader who cannot mend it. */
async function offlinePage({ shelf, names, base }: Keeping): Promise<Response> {
  return (await shelf.find(names.core, base + OFFLINE_PAGE)) ?? Response.error();
}

function isCore(address: string, base: string): boolean {
  return CORE_PAGES.some((page) => address === base + page);
}

/** Older editions of the search index go first, then the pages that were read the longest ago. */
async function makeRoom({ shelf, names, base }: Keeping): Promise<void> {
  const [, ...older] = indexCaches(await shelf.names(), base);
  for (const { name } of older) await shelf.dropCache(name);
  if (older.length > 0) return;
  const pages = await shelf.pages(names.pages);
  await shelf.drop(names.pages, pagesToDrop(pages, Math.floor(pages.length * 0.75)));
}
