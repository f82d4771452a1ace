import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { InboxFilter } from '../../src/server/desk/inbox.ts';
import type { Store } from '../../src/server/store.ts';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { startPostgres } from '../fixtures/postgres-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import type { Bench } from './bench.ts';
import { keepFigures, table, type Figure } from './figures.ts';
import { quantile } from './quantile.ts';

/** Limit of issue 6 for a page of the inbox, with this many requests in the store. */
const LIMIT_MS = 100;
const TIMES = 20;
const AT_ONCE = 200;
const NOW = Temporal.Instant.from('2026-11-23T12:00Z');

export const inboxBench: Bench = {
  purpose: 'Asks for pages of the inbox with many requests in the store, on both engines, beside the limit of 100 ms.',
  usage: '[--requests <100000>]',
  run: async (words) => {
    const { requests } = parseArgs({
      args: [...words],
      options: { requests: { type: 'string', default: '100000' } },
    }).values;
    return benchInbox(Number(requests));
  },
};

async function benchInbox(count: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-inbox-'));
  const postgres = await startPostgres();
  try {
    const figures = [
      ...(await measure('SQLite', await openSqliteStore(join(folder, 'handrail.db'), NOW), count)),
      ...(await measure('PostgreSQL', await openPostgresStore(await postgres.newDatabase(), NOW), count)),
    ];
    console.log(`${count} requests in the store.\n\n${table(figures)}`);
    await keepFigures('.bench', 'inbox', { figures, broken: [] });
    return true;
  } finally {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(name: string, store: Store, count: number): Promise<Figure[]> {
  await fill(store, count);
  const today = '2026-11-23';
  const pages: Record<string, Omit<InboxFilter, 'today'>> = {
    'what waits': { view: 'waiting' },
    'what waits, of one product': { view: 'waiting', articles: ['article-3', 'article-13'] },
    'what waits, that nobody has': { view: 'waiting', claimedBy: null },
    'in quarantine': { view: 'apart' },
    'a word that many have': { text: 'beeps' },
    'a word that nobody wrote': { text: 'zebra' },
    'a reference': { text: '7K3F-9Q2M' },
  };
  const asking: [string, () => Promise<unknown>][] = [
    ...Object.entries(pages).map(([what, filter]): [string, () => Promise<unknown>] => [
      what,
      () => store.inbox({ ...filter, today }, { most: 50 }),
    ]),
    ['the counts beside it', () => store.inboxCounts(NOW, NOW.add({ minutes: 60 }), today)],
    ['whether anything changed', () => store.latestChange()],
  ];
  const figures: Figure[] = [];
  for (const [what, ask] of asking) figures.push(...(await figuresOf(`${name}: ${what}`, ask)));
  await store.close();
  return figures;
}

async function figuresOf(name: string, ask: () => Promise<unknown>): Promise<Figure[]> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const begins = performance.now();
    await ask();
    times.push(performance.now() - begins);
  }
  const middle = quantile(times, 0.5);
  return [
    { name, value: middle, unit: 'ms' },
    { name: `${name}, for the limit`, value: middle / LIMIT_MS, unit: '×' },
    { name: `${name}, at most`, value: quantile(times, 1), unit: 'ms' },
  ];
}

/** Three of four wait, spread over some weeks; a hundredth is in quarantine. */
async function fill(store: Store, count: number): Promise<void> {
  for (let start = 0; start < count; start += AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, index) => {
        const id = start + index;
        const openedAt = NOW.subtract({ minutes: (id * 7) % 40_000 });
        return store.addEscalation(
          storedEscalation(String(id), {
            openedAt,
            promisedBy: openedAt.add({ hours: 400 }),
            state: id % 4 === 0 ? 'answered' : 'waiting',
            ...(id % 100 === 0 && { quarantined: ['too fast'] }),
            typed: {
              article: `article-${id % 200}`,
              message: `The computer ${id % 10 === 0 ? 'beeps' : 'is silent'}, and the screen stays dark. `.repeat(5),
            },
          }),
        );
      }),
    );
  }
}
