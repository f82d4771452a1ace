import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../src/cli/find-browser.ts';
import type { Bench } from './bench.ts';
import { productBuild } from './build/product-build.ts';
import { openLighthouse, type LighthouseMedians } from './pages/lighthouse.ts';
import { markdownTable } from './pages/markdown-table.ts';
import { freePort, startSite } from './running-site.ts';

const SITE = resolve('.bench/lighthouse-site');

type Kind = { path: string; isKeptOut?: true };

/** Every kind of public page; search engines are kept out of some on purpose, which Lighthouse counts against them. */
const KINDS: Readonly<Record<string, Kind>> = {
  home: { path: '/' },
  product: { path: '/products/sync/' },
  topic: { path: '/topics/files/' },
  'how-to with a video': { path: '/articles/restore-a-file/' },
  'how-to for an older version': { path: '/articles/restore-a-file/4.2/' },
  'troubleshooting with choices': { path: '/articles/printer-not-found/' },
  reference: { path: '/articles/sync-error-codes/' },
  explanation: { path: '/articles/how-snapshots-work/' },
  'open incident': { path: '/articles/incident-2026-11-slow-shared-folders/' },
  search: { path: '/search/' },
  'search, answered by the server': { path: '/search/?q=printer', isKeptOut: true },
  form: { path: '/talk/' },
  'form from an article': { path: '/articles/restore-a-file/talk/', isKeptOut: true },
  'what stands there without a connection': { path: '/offline/', isKeptOut: true },
};

export const lighthouseBench: Bench = {
  purpose: 'Runs Lighthouse, mobile, over every kind of public page of the demonstration.',
  usage: '[--runs 5] [--only <kind>]',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } },
    });
    const kinds = Object.entries(KINDS).filter(([kind]) => values.only === undefined || kind === values.only);
    return benchKinds(kinds, Number(values.runs));
  },
};

/** Whether every kind has all points that it can have. */
async function benchKinds(kinds: readonly (readonly [string, Kind])[], runs: number): Promise<boolean> {
  const lighthouse = await openLighthouse(
    join(tmpdir(), 'handrail-bench'),
    findBrowser(process.env['CHROMIUM_PATH'], console.log),
  );
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const content = resolve('content');
  const built = await productBuild({ name: 'Demonstration', articles: 0, content, site: SITE }, { address });
  if (built.broken !== undefined) throw new Error(built.broken);
  const set = { CONTENT_DIR: content, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: 'file:data/bench.db' };
  const site = await startSite(SITE, { ...process.env, ...set, SITE_URL: address, PUBLIC_API_URL: '' }, address);
  const rows: string[][] = [];
  const short: string[] = [];
  try {
    for (const [kind, { path, isKeptOut = false }] of kinds) {
      const medians = await lighthouse.measure(address + path, runs);
      if (!hasAllPoints(medians, isKeptOut)) short.push(kind);
      rows.push([kind, ...cells(medians)]);
      console.log(rows.at(-1)?.join('  '));
    }
  } finally {
    await site.stop();
  }
  const titles = ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'largest paint', 'shift', 'wanting'];
  console.log(`\n${markdownTable(titles, rows)}\n\nLighthouse ${lighthouse.version}, mobile, medians of ${runs}`);
  if (short.length > 0) console.log(`Not all points: ${short.join(', ')}`);
  return kinds.length > 0 && short.length === 0;
}

function hasAllPoints(
  { performance, accessibility, bestPractices, seo }: LighthouseMedians,
  isKeptOut: boolean,
): boolean {
  const counted = [performance, accessibility, bestPractices, ...(isKeptOut ? [] : [seo])];
  return counted.every((points) => points === 100);
}

function cells(medians: LighthouseMedians): string[] {
  const { performance, accessibility, bestPractices, seo, largestPaintMs, layoutShift, wanting } = medians;
  return [
    ...[performance, accessibility, bestPractices, seo].map(String),
    `${(largestPaintMs / 1_000).toFixed(1)} s`,
    layoutShift.toFixed(3),
    wanting.join(', ') || 'nothing',
  ];
}
