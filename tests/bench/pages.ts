import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../src/cli/find-browser.ts';
import type { Bench } from './bench.ts';
import type { Built } from './build/built.ts';
import { buildsTable } from './build/builds-table.ts';
import { productBuild } from './build/product-build.ts';
import { rivalArticles } from './build/rival-articles.ts';
import { rivalBuild } from './build/rival-build.ts';
import { RIVALS } from './build/rivals.ts';
import { corpusContent, readCorpus, writeContent, type CorpusContent } from './corpus-content.ts';
import { megabytes } from './figures.ts';
import { HANDRAIL_ACTS, STARLIGHT_ACTS } from './pages/acts.ts';
import { startCountingProxy } from './pages/counting-proxy.ts';
import { openLighthouse, type Lighthouse, type LighthouseMedians } from './pages/lighthouse.ts';
import { markdownTable } from './pages/markdown-table.ts';
import { serveStatic } from './pages/static-server.ts';
import { weigh, type Acts, type Weight, type Weights } from './pages/weigh.ts';
import { freePort, startSite } from './running-site.ts';
import { sample } from './sample.ts';

const FOLDER = resolve('.bench');
const CONTENT = join(FOLDER, 'pages-content');
const SITE = join(FOLDER, 'pages-site');
const SCRATCH = join(tmpdir(), 'handrail-bench');
const ARTICLES = 1_000;
const PAGES_WEIGHED = 3;
const SEED = 7;
/** How they are built differs, what they send hardly does: `npm run bench -- build` has them. */
const NOT_WEIGHED = ['Starlight, leanest', 'Docusaurus, lean'];

/** Where a site can be asked, and how to end it. */
type Served = { target: string; stop: () => Promise<void> };
/** One site: how it is built for an address, served, and where its articles are. */
type Entrant = {
  build: (address: string) => Promise<Built>;
  serve: (address: string) => Promise<Served>;
  pathOf: (slug: string) => string;
  acts: Acts;
};
type Row = { built: Built; weights: Weights; lighthouse: LighthouseMedians };

export const pagesBench: Bench = {
  purpose: 'Weighs pages beside Starlight and Docusaurus (the same 1,000 articles), runs Lighthouse, and times builds.',
  usage: '[--corpus <file.jsonl[.gz]>] [--runs 5]',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        corpus: { type: 'string', default: '../shared/corpus/corpus.jsonl' },
        runs: { type: 'string', default: '5' },
      },
    });
    const entries = await readCorpus(values.corpus);
    return benchPages(corpusContent(entries.slice(0, ARTICLES)), Number(values.runs));
  },
};

async function benchPages(content: CorpusContent, runs: number): Promise<boolean> {
  const chromiumPath = findBrowser(process.env['CHROMIUM_PATH'], console.log);
  const lighthouse = await openLighthouse(SCRATCH, chromiumPath);
  const browser = await chromium.launch({ executablePath: chromiumPath });
  const slugs = sample([...content.slugs.values()], PAGES_WEIGHED, SEED);
  const rows: Row[] = [];
  try {
    for (const entrant of [handrail(content), ...rivals(content)]) {
      const row = await enter(entrant, slugs, { browser, lighthouse, runs });
      rows.push(row);
      console.log(asTable([row]));
    }
  } finally {
    await browser.close();
  }
  console.log(`\n${asTable(rows)}\n\nLighthouse ${lighthouse.version}, mobile, medians of ${runs}`);
  console.log(`\n${buildsTable(rows.map(({ built }) => built))}`);
  const broken = rows.flatMap(({ built }) => built.broken ?? []);
  if (broken.length > 0) console.error(broken.join('\n\n'));
  return broken.length === 0;
}

async function enter(
  { build, serve, pathOf, acts }: Entrant,
  slugs: readonly string[],
  { browser, lighthouse, runs }: { browser: Browser; lighthouse: Lighthouse; runs: number },
): Promise<Row> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const built = await build(address);
  const served = await serve(address);
  const proxy = await startCountingProxy(served.target, port);
  try {
    const paths = slugs.map(pathOf);
    const weights = await weigh(browser, proxy, paths, acts);
    return { built, weights, lighthouse: await lighthouse.measure(address + paths[0], runs) };
  } finally {
    await proxy.stop();
    await served.stop();
  }
}

function handrail(content: CorpusContent): Entrant {
  return {
    build: async (address) => {
      await writeContent(content, CONTENT);
      const place = { name: 'Handrail', articles: content.slugs.size, content: CONTENT, site: SITE };
      return productBuild(place, { address });
    },
    serve: async (address) => {
      const port = await freePort();
      const target = `http://127.0.0.1:${port}`;
      const set = { CONTENT_DIR: CONTENT, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: 'file:data/bench.db' };
      // It says where its readers find it: at the proxy.
      const site = await startSite(SITE, { ...process.env, ...set, SITE_URL: address, PUBLIC_API_URL: '' }, address);
      return { target, stop: site.stop };
    },
    pathOf: (slug) => `/articles/${slug}/`,
    acts: HANDRAIL_ACTS,
  };
}

function rivals(content: CorpusContent): Entrant[] {
  const articles = rivalArticles(content);
  return RIVALS.filter(({ name }) => !NOT_WEIGHED.includes(name)).map((rival) => {
    const [lead = ''] = rival.packages;
    const output = join(SCRATCH, lead.replace(/\W+/g, '-').replace(/^-/, ''), rival.output);
    return {
      build: () => rivalBuild(rival, articles, SCRATCH),
      serve: async () => {
        const { address, stop } = await serveStatic(output);
        return { target: address, stop };
      },
      pathOf: (slug) => `/articles/${slug}/`,
      acts: rival.name.startsWith('Starlight') ? STARLIGHT_ACTS : {},
    };
  });
}

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['', ({ built }) => built.name],
  ['first view', ({ weights }) => shown(weights.firstView)],
  ['with what is kept for offline', ({ weights }) => shown(weights.withWorker)],
  ['after a search', ({ weights }) => shown(weights.afterSearch)],
  ['after a vote', ({ weights }) => shown(weights.afterVote)],
  [
    'Lighthouse',
    ({ lighthouse: { performance, accessibility, bestPractices, seo } }) =>
      [performance, accessibility, bestPractices, seo].join(' · '),
  ],
  ['first paint', ({ lighthouse }) => seconds(lighthouse.firstPaintMs / 1_000)],
  ['largest paint', ({ lighthouse }) => seconds(lighthouse.largestPaintMs / 1_000)],
  ['build CPU', ({ built }) => seconds(built.cpuSeconds)],
  ['wall', ({ built }) => seconds(built.wallSeconds)],
  ['memory', ({ built }) => `${Math.round(megabytes(built.peakTreeBytes))} MB`],
  ['output', ({ built }) => `${Math.round(megabytes(built.bytes))} MB`],
];

/** The table of the README. */
function asTable(rows: readonly Row[]): string {
  return markdownTable(
    COLUMNS.map(([title]) => title),
    rows.map((row) => COLUMNS.map(([, show]) => show(row))),
  );
}

function shown(weight: Weight | undefined): string {
  return weight ? `${weight.requests}, ${(weight.bytes / 1_000).toFixed(1)} kB` : 'none';
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
