import type { Browser, Page } from '@playwright/test';
import { quantile } from '../quantile.ts';
import type { Carried, CountingProxy } from './counting-proxy.ts';

/** What a site sent, as a whole since the page was opened. */
export type Weight = { requests: number; bytes: number };

/** Medians over the pages that were opened. */
export type Weights = {
  /** Until the page has loaded and asks for nothing more, with no service worker. */
  firstView: Weight;
  /** The same with the service worker, and all that it fetches to keep for times without a connection. */
  withWorker: Weight;
  /** After a word was typed into search; undefined where the site has none. */
  afterSearch: Weight | undefined;
  /** After the reader voted; undefined where nobody is asked. */
  afterVote: Weight | undefined;
};

/** What a reader does beside reading, in the words of one site. */
export type Acts = {
  search?: (page: Page, word: string) => Promise<void>;
  vote?: (page: Page) => Promise<void>;
};

/** Opens each page in a browser that knows nothing yet, as a phone would. */
export async function weigh(
  browser: Browser,
  proxy: CountingProxy,
  paths: readonly string[],
  acts: Acts,
): Promise<Weights> {
  const opened = async (path: string, worker: 'allow' | 'block', act?: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ serviceWorkers: worker, viewport: { width: 360, height: 780 } });
    proxy.reset();
    const page = await context.newPage();
    await page.goto(proxy.address + path, { waitUntil: 'networkidle' });
    await act?.(page);
    const seen = await settled(proxy);
    await context.close();
    return seen;
  };
  const all = async (worker: 'allow' | 'block', act?: (page: Page) => Promise<void>): Promise<Weight> => {
    const seen: Weight[] = [];
    for (const path of paths) seen.push(await opened(path, worker, act));
    return {
      requests: quantile(
        seen.map(({ requests }) => requests),
        0.5,
      ),
      bytes: quantile(
        seen.map(({ bytes }) => bytes),
        0.5,
      ),
    };
  };
  const { search, vote } = acts;
  return {
    firstView: await all('block'),
    withWorker: await all('allow'),
    afterSearch: search && (await all('block', (page) => search(page, 'printer'))),
    afterVote: vote && (await all('block', vote)),
  };
}

const QUIET_MS = 1_000;

/** When nothing has come through for a second: how much it was. */
async function settled(proxy: CountingProxy): Promise<Carried> {
  let before = proxy.carried();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const now = proxy.carried();
    if (now.requests === before.requests && now.bytes === before.bytes) return now;
    before = now;
  }
}
