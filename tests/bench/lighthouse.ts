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

/** Every kind of public page that a search engine may keep. */
const KINDS: Readonly<Record<string, string>> = {
  home: '/',
  product: '/products/sync/',
  topic: '/topics/files/',
  'how-to with a video': '/articles/restore-a-file/',
  'troubleshooting with choices': '/articles/printer-not-found/',
  reference: '/articles/sync-error-codes/',
  explanation: '/articles/how-snapshots-work/',
  'open incident': '/articles/incident-2026-11-slow-shared-folders/',
  search: '/search/',
  'search, answered by the server': '/search/?q=printer',
  form: '/talk/',
  'form from an article': '/articles/restore-a-file/talk/',
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

async function benchKinds(kinds: readonly (readonly [string, string])[], runs: number): Promise<boolean> {
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
  try {
    for (const [kind, path] of kinds) {
      const medians = await lighthouse.measure(address + path, runs);
      rows.push([kind, ...cells(medians)]);
      console.log(rows.at(-1)?.join('  '));
    }
  } finally {
    await site.stop();
  }
  const titles = ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'largest paint', 'shift', 'wanting'];
  console.log(`\n${markdownTable(titles, rows)}\n\nLighthouse ${lighthouse.version}, mobile, medians of ${runs}`);
  return true;
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
