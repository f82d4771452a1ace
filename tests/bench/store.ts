import { readFile, rm, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startApi } from '../contract/start-api.ts';
import { postgresPlace } from '../contract/engines.ts';
import { startPostgres } from '../fixtures/postgres-server.ts';
import type { Bench } from './bench.ts';
import { keepFigures, megabytes, table, type Figure } from './figures.ts';
import { quantile } from './quantile.ts';
import { escalationLoad } from './store/escalation-load.ts';
import { rawPostgresRows, rawSqliteRows } from './store/raw-rows.ts';

const FOLDER = resolve('.bench');
const READERS = 64;
/** Disks are quicker at one time than at another, so both are measured in turns, and the middle one counts. */
const TURNS = 3;
const SECONDS_A_TURN = 4;
const PACE_PER_SECOND = 200;

type Sizes = { seconds: number; escalations: number };

export const storeBench: Bench = {
  purpose:
    'Takes escalations over HTTP, each on the disk before it is answered, beside bare rows in the same database.',
  usage: '[--seconds <at 200 a second, 60>] [--escalations <for the memory, 100000>]',
  run: async (words) => {
    const options = {
      seconds: { type: 'string', default: '60' },
      escalations: { type: 'string', default: '100000' },
    } as const;
    const { seconds, escalations } = parseArgs({ args: [...words], options }).values;
    return benchStore({ seconds: Number(seconds), escalations: Number(escalations) });
  },
};

async function benchStore(sizes: Sizes): Promise<boolean> {
  const folder = join(FOLDER, 'store');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const raw = join(folder, 'raw.db');
  const sqlite = await measure('SQLite', `file:${join(folder, 'handrail.db')}`, sizes, async () =>
    rawSqliteRows(raw, SECONDS_A_TURN),
  );
  const postgres = await startPostgres();
  try {
    const [kept, bare] = [await postgres.newDatabase(), await postgres.newDatabase()];
    const other = await measure('PostgreSQL', kept, sizes, () => rawPostgresRows(bare, SECONDS_A_TURN));
    const rows = await postgresPlace(kept).rows('select count(*) as count from escalations');
    const figures = [...sqlite.figures, ...other.figures];
    console.log(table(figures));
    const broken = Number(rows[0]?.['count']) === other.taken ? [] : ['PostgreSQL holds other than it acknowledged.'];
    console.log(`\nKept in ${await keepFigures(FOLDER, 'store', { figures, broken })}`);
    return broken.length === 0;
  } finally {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  databaseUrl: string,
  { seconds, escalations }: Sizes,
  rawRows: () => Promise<number>,
): Promise<{ figures: Figure[]; taken: number }> {
  const { child, url } = await startApi(databaseUrl);
  const load = escalationLoad(url);
  try {
    const [one, all, raw]: number[][] = [[], [], []];
    await load.asFastAs(READERS, 1);
    const rssAtFirst = await rss(child.pid);
    for (let turn = 0; turn < TURNS; turn++) {
      raw?.push(await rawRows());
      one?.push(await load.asFastAs(1, SECONDS_A_TURN));
      all?.push(await load.asFastAs(READERS, SECONDS_A_TURN));
    }
    const durations = await load.atPace(PACE_PER_SECOND, seconds);
    await load.inAll(READERS, Math.max(0, escalations - load.taken()));
    const rssAtLast = await rss(child.pid);
    const [rawRate, allRate] = [quantile(raw ?? [], 0.5), quantile(all ?? [], 0.5)];
    const figure = (what: string, value: number, unit: Figure['unit'] = ''): Figure => ({
      name: `${name}: ${what}`,
      value,
      unit,
    });
    const figures = [
      figure('bare rows, one writer', rawRate, '/s'),
      figure('escalations, one reader', quantile(one ?? [], 0.5), '/s'),
      figure(`escalations, ${READERS} readers`, allRate, '/s'),
      figure('escalations for one bare row', allRate / rawRate, '×'),
      figure(`median at ${PACE_PER_SECOND}/s for ${seconds} s`, quantile(durations, 0.5), 'ms'),
      figure(`p99 at ${PACE_PER_SECOND}/s for ${seconds} s`, quantile(durations, 0.99), 'ms'),
      figure('memory of the server at first', megabytes(rssAtFirst), 'MB'),
      figure(`memory of the server after ${load.taken().toLocaleString('en')}`, megabytes(rssAtLast), 'MB'),
    ];
    return { figures, taken: load.taken() };
  } finally {
    load.close();
    child.kill('SIGKILL');
  }
}

/** Bytes that the process holds in memory, where Linux tells it. */
async function rss(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
}
