import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { liveArticles } from '../../src/articles/live-articles.ts';
import { readContent } from '../../src/articles/read-content.ts';
import { insightsOf, type InsightsSite } from '../../src/insights/insights-of.ts';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import type { Store } from '../../src/server/store.ts';
import { fillDatabase } from '../fixtures/history/fill-database.ts';
import { historyContent } from '../fixtures/history/history-content.ts';
import { history, type HistoryOptions } from '../fixtures/history/history.ts';
import { startPostgres } from '../fixtures/postgres-server.ts';
import { writeContent } from '../fixtures/site.ts';
import type { Bench } from './bench.ts';
import { keepFigures, table, type Figure } from './figures.ts';
import { quantile } from './quantile.ts';

const FOLDER = resolve('.bench');
const NOW = Temporal.ZonedDateTime.from('2026-11-20T12:00[Europe/London]');
const SINCE = NOW.subtract({ days: 90 }).toInstant();
const TURNS = 5;

export const insightsBench: Bench = {
  purpose: 'Asks for all insights of half a year, over as many votes, in both databases.',
  usage: '[--votes <1000000>] [--requests <100000>] [--articles <200>]',
  run: async (words) => {
    const options = {
      votes: { type: 'string', default: '1000000' },
      requests: { type: 'string', default: '100000' },
      articles: { type: 'string', default: '200' },
    } as const;
    const { votes, requests, articles } = parseArgs({ args: [...words], options }).values;
    const sizes = { seed: 7, until: NOW.toInstant(), days: 180, votes: Number(votes), requests: Number(requests) };
    return benchInsights(sizes, Number(articles));
  },
};

async function benchInsights(sizes: HistoryOptions, count: number): Promise<boolean> {
  const folder = join(FOLDER, 'insights');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await using content = await writeContent(historyContent(count));
  const readAt = performance.now();
  const articles = liveArticles(await readContent(content.folder));
  const site: InsightsSite = { articles, reviewEvery: 'P12M', keepsSearches: true };
  const read: Figure = { name: `${articles.length} articles read`, value: performance.now() - readAt, unit: 'ms' };
  const path = join(folder, 'handrail.db');
  const postgres = await startPostgres();
  try {
    const url = await postgres.newDatabase();
    const figures = [
      read,
      ...(await measure('SQLite', () => openSqliteStore(path, NOW.toInstant()), `file:${path}`, site, sizes)),
      ...(await measure('PostgreSQL', () => openPostgresStore(url, NOW.toInstant()), url, site, sizes)),
    ];
    console.log(table(figures));
    console.log(`\nKept in ${await keepFigures(FOLDER, 'insights', { figures, broken: [] })}`);
    return true;
  } finally {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  open: () => Promise<Store>,
  url: string,
  site: InsightsSite,
  sizes: HistoryOptions,
): Promise<Figure[]> {
  // The first one makes the tables.
  await (await open()).close();
  await fillDatabase(url, history(site.articles, sizes));
  const store = await open();
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  const durations: number[] = [];
  try {
    blocked.enable();
    for (let turn = 0; turn < TURNS; turn++) {
      const askedAt = performance.now();
      const found = await insightsOf(store, site, { since: SINCE, until: NOW.toInstant() }, NOW);
      durations.push(performance.now() - askedAt);
      if (found.failing[0]?.slug !== 'fails-many') throw new Error(`First is ${found.failing[0]?.slug}.`);
    }
    blocked.disable();
  } finally {
    await store.close();
  }
  const figure = (what: string, value: number): Figure => ({ name: `${name}: ${what}`, value, unit: 'ms' });
  return [
    figure('insights, the first time', durations[0] ?? 0),
    figure('insights, the middle one', quantile(durations, 0.5)),
    figure('longest that anything else waited', blocked.max / 1e6),
  ];
}
