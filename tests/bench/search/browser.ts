import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../src/cli/find-browser.ts';
import settings from '../../e2e/playwright.config.ts';
import type {} from './client/ask.ts';
import type { Exchange, FileServer } from './file-server.ts';

export type Asked = { slugs: string[]; ms: number; failed?: string };

/** What went over the line until the answer was there, and what was fetched after that without anybody waiting. */
export type Traffic = { bytes: number; requests: number; laterBytes: number };

/** A browser that knows nothing of the site yet; all of its pages are of one visit. */
export type BenchPage = {
  ask: (questions: readonly string[], unfinished?: boolean) => Promise<Asked[]>;
  /** What the focus of the search field sets off. */
  prepare: () => Promise<void>;
  /** Milliseconds of each time that typing would have been held up for 50 ms or more. */
  longTasks: () => Promise<number[]>;
  /** Since the last time, or since the page was opened; the page itself, an empty one, is not counted. */
  traffic: () => Promise<Traffic>;
  close: () => Promise<void>;
};

export type BenchBrowser = {
  version: string;
  open: (name: 'handrail' | 'pagefind') => Promise<BenchPage>;
  close: () => Promise<void>;
};

/** Something may be fetched a moment after the answer: it counts as long as no pause is longer than this. */
const QUIET_MS = 250;

/** A real browser without a window, on the pages that `server` serves. */
export async function openBrowser(server: FileServer): Promise<BenchBrowser> {
  const executablePath = findBrowser(process.env['CHROMIUM_PATH'], console.log);
  const browser = await chromium.launch({ ...settings.use?.launchOptions, executablePath });
  return {
    version: browser.version(),
    open: async (name) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.addInitScript(watchLongTasks);
      const before = server.exchanges.length;
      await page.goto(`${server.address}/${name}.html`);
      await page.waitForFunction(() => 'ask' in window);
      return benchPage(page, server, before);
    },
    close: () => browser.close(),
  };
}

function benchPage(page: Page, server: FileServer, before: number): BenchPage {
  let seen = before;
  let answeredAt = 0;
  return {
    ask: async (questions, unfinished = false) => {
      const asked = await page.evaluate(askAll, { questions: [...questions], unfinished });
      answeredAt = performance.now();
      return asked;
    },
    prepare: () => page.evaluate(() => window.prepare?.()),
    longTasks: () => page.evaluate(() => window.longTasks),
    traffic: async () => {
      await quiet(server);
      const fresh = server.exchanges.slice(seen).filter(({ path }) => !path.endsWith('.html'));
      seen = server.exchanges.length;
      const waitedFor = fresh.filter(({ startedAt }) => startedAt <= answeredAt);
      const bytes = sumOf(waitedFor);
      return { bytes, requests: waitedFor.length, laterBytes: sumOf(fresh) - bytes };
    },
    close: () => page.context().close(),
  };
}

function sumOf(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((sum, { bytes }) => sum + bytes, 0);
}

// This function and the next run in the page, and so know nothing of this file.
async function askAll({ questions, unfinished }: { questions: string[]; unfinished: boolean }): Promise<Asked[]> {
  const all: Asked[] = [];
  for (const question of questions) {
    const startedAt = performance.now();
    try {
      const slugs = await window.ask(question, unfinished);
      all.push({ slugs, ms: performance.now() - startedAt });
    } catch (error) {
      all.push({ slugs: [], ms: performance.now() - startedAt, failed: String(error) });
    }
  }
  return all;
}

function watchLongTasks(): void {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask', buffered: true });
}

async function quiet({ exchanges }: FileServer): Promise<void> {
  for (;;) {
    const last = exchanges.at(-1)?.startedAt ?? 0;
    if (exchanges.every(({ isDone }) => isDone) && performance.now() - last > QUIET_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
