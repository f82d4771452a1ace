import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Bench } from './bench.ts';
import { tlsInFront } from './observatory/tls-in-front.ts';
import { freePort, startSite } from './running-site.ts';

const run = promisify(execFile);

/** 195 packages and 131 MB, Fastify and Sentry among them: too much for a test to bring along. */
const OBSERVATORY = '@mdn/mdn-http-observatory@1.4.8';
const SCRATCH = join(tmpdir(), 'handrail-observatory');
const WANTED = 130;

/** One of each kind that the demonstration has. */
const KINDS = [
  ...['/', '/articles/share-a-folder/', '/products/sync/', '/search/', '/search/?q=share', '/offline/', '/nowhere/'],
  ...['/articles/share-a-folder/talk/', '/talk/', '/join/', '/requests/nobody-knows/'],
  ...['/desk/sign-in/', '/desk/', '/api/health', '/sw.js'],
];

type Scanned = { path: string; status?: number; grade: string; score: number; faults: string[] };

export const observatoryBench: Bench = {
  purpose: 'Lets Mozilla’s HTTP Observatory grade every kind of page, as `npm start` serves it behind TLS.',
  usage: '[<path> …]',
  run: async (paths) => {
    await install();
    const [port, target] = [await freePort(), await freePort()];
    const env = {
      ...process.env,
      PORT: String(target),
      HOST: '127.0.0.1',
      SITE_URL: `https://localhost:${port}`,
      DATABASE_URL: `file:${resolve('.bench/observatory/handrail.db')}`,
    };
    const site = await startSite('.', env, env.SITE_URL);
    const front = await tlsInFront(port, target, SCRATCH);
    try {
      const scan = ['tests/bench/observatory/scan.ts', SCRATCH, String(port), ...(paths.length > 0 ? paths : KINDS)];
      const { stdout } = await run(process.execPath, scan, { env: { ...process.env, NODE_EXTRA_CA_CERTS: front.ca } });
      const scanned = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Scanned);
      for (const { path, status, grade, score, faults } of scanned) {
        console.log([String(score).padStart(4), grade.padEnd(2), status, path, ...faults].join(' '));
      }
      return scanned.every(({ score }) => score >= WANTED);
    } finally {
      front.stop();
      await site.stop();
    }
  },
};

/** Its install scripts fetch lists from the net; that of hosts with https preloaded holds none of ours. */
async function install(): Promise<void> {
  await mkdir(SCRATCH, { recursive: true });
  await writeFile(join(SCRATCH, 'package.json'), '{ "private": true }\n');
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', OBSERVATORY], { cwd: SCRATCH });
  await writeFile(join(SCRATCH, 'node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json'), '{}\n');
}
