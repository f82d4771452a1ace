import { SYNC_TAG } from '../../islands/outbox/post-after-closing.ts';
import { postingHere } from '../../islands/outbox/posting-here.ts';
import { cacheNames } from '../cache-names.ts';
import { KEEP_THIS_PAGE } from '../offline-build.ts';
import { ruleFor, type Rule } from '../rule.ts';
import { answerAsset, answerPicture } from './assets.ts';
import { noteBuild } from './builds.ts';
import { indexAnswers } from './index-answers.ts';
import type { Keeping } from './keeping.ts';
import { dropOldAssets, keepCore } from './life.ts';
import { answerPage, keepOpenPage } from './pages.ts';
import { postKept } from './post-kept.ts';
import type { AskEvent, WorkerScope } from './scope.ts';
import { openShelf } from './shelf.ts';

// The service worker: what it does with a request stands in ../rule.ts, here it is only told of requests.
const worker = globalThis as unknown as WorkerScope;
const scope = new URL(worker.registration.scope);
const keeping: Keeping = {
  build: HANDRAIL_OFFLINE,
  base: scope.pathname,
  names: cacheNames(scope.pathname),
  shelf: openShelf(() => caches),
  fetch: (address, options) => fetch(address, options),
  nowMs: () => Date.now(),
  pause: (lengthMs) => new Promise((resolve) => setTimeout(resolve, lengthMs)),
  isSavingData: () => worker.navigator.connection?.saveData === true,
  roomBytes,
};
const index = indexAnswers(keeping);

worker.addEventListener('install', (event) => {
  // It takes the place of a former one when all pages are closed, as browsers have it by themselves. Any worker answers
  // for pages of any build, so nothing is gained by haste (`skipWaiting`), and Chromium 156 never answers a reader who
  // goes to another page in the moment in which a worker takes the place of another.
  event.waitUntil(begin());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('message', (event) => {
  const page = event.data === KEEP_THIS_PAGE ? event.source?.url : undefined;
  if (page === undefined) return;
  const waitUntil = (work: Promise<unknown>) => event.waitUntil(work.catch(() => undefined));
  waitUntil(keepOpenPage(page, scope, keeping));
  const opened = { method: 'GET', url: new URL(page), isNavigation: true, isRange: false };
  if (isSearch(ruleFor(opened, scope))) index.keepAfterSearch(waitUntil);
});

worker.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(postKept(postingHere(), keeping.pause));
});

worker.addEventListener('fetch', (event) => {
  const { method, url, mode, headers } = event.request;
  const asked = { method, url: new URL(url), isNavigation: mode === 'navigate', isRange: headers.has('range') };
  const answer = answerTo(event, ruleFor(asked, scope));
  if (answer) event.respondWith(answer.catch(() => Response.error()));
});

function answerTo(event: AskEvent, rule: Rule): Promise<Response> | undefined {
  const waitUntil = (work: Promise<unknown>) => event.waitUntil(work);
  switch (rule.kind) {
    case 'untouched':
      return undefined;
    case 'asset':
      return answerAsset(event.request, keeping, waitUntil);
    case 'picture':
      return answerPicture(event.request, keeping, waitUntil);
    case 'index-file':
      return index.answerFile(event.request, waitUntil);
    case 'index-start':
      return index.answerStart(event.request, waitUntil);
    case 'page':
      if (isSearch(rule)) index.keepAfterSearch(waitUntil);
      return answerPage(event, rule, keeping);
  }
}

function isSearch(rule: Rule): boolean {
  return rule.kind === 'page' && rule.isSearch === true;
}

async function begin(): Promise<void> {
  await noteBuild(keeping);
  await keepCore(keeping);
  await dropOldAssets(keeping);
}

async function takeOver(): Promise<void> {
  // So that a search on the page with which a reader came is kept as well.
  await worker.clients.claim();
  // The network is asked while the worker starts, so pages come as fast as without it.
  await worker.registration.navigationPreload?.enable();
}

async function roomBytes(): Promise<number> {
  const { quota = 0, usage = 0 } = await worker.navigator.storage.estimate();
  return quota - usage;
}
