import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installRival } from '../build/install-rival.ts';
import { quantile } from '../quantile.ts';

const run = promisify(execFile);
const MOST_BYTES = 100_000_000;
/** Now and then the browser records nothing (NO_NAVSTART), which says nothing of the page. */
const TRIES = 3;

const score = z.number().min(0).max(1).nullable();

/** What is read of a report of Lighthouse. */
const Report = z.object({
  categories: z.object({
    performance: z.object({ score }),
    accessibility: z.object({ score }),
    'best-practices': z.object({ score }),
    seo: z.object({ score }),
  }),
  audits: z.record(z.string(), z.object({ score, numericValue: z.number().optional() })),
});

/** Medians of several runs: scores of 0 to 100, times in milliseconds, and what was found wanting in any run. */
export type LighthouseMedians = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  firstPaintMs: number;
  largestPaintMs: number;
  blockedMs: number;
  layoutShift: number;
  wanting: string[];
};

export type Lighthouse = { version: string; measure: (address: string, runs: number) => Promise<LighthouseMedians> };

/** Lighthouse with its own settings for mobile (a slow phone on slow 4G, simulated), installed below `folder`. */
export async function openLighthouse(folder: string, chromiumPath: string): Promise<Lighthouse> {
  const home = join(folder, 'lighthouse');
  const { lighthouse: version = '' } = await installRival(['lighthouse'], home);
  return {
    version,
    measure: async (address, runs) => {
      const reports: z.infer<typeof Report>[] = [];
      for (let each = 0; each < runs; each++) reports.push(await reportOn(address, home, chromiumPath, TRIES));
      return medians(reports);
    },
  };
}

async function reportOn(
  address: string,
  home: string,
  chromiumPath: string,
  tries: number,
): Promise<z.infer<typeof Report>> {
  const words = [
    'node_modules/lighthouse/cli/index.js',
    address,
    '--quiet',
    '--output=json',
    '--only-categories=performance,accessibility,best-practices,seo',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  const env = { ...process.env, CHROME_PATH: chromiumPath };
  try {
    const { stdout } = await run(process.execPath, words, { cwd: home, env, maxBuffer: MOST_BYTES });
    return Report.parse(JSON.parse(stdout));
  } catch (error) {
    if (tries === 1) throw error;
    return reportOn(address, home, chromiumPath, tries - 1);
  }
}

function medians(reports: readonly z.infer<typeof Report>[]): LighthouseMedians {
  const middle = (of: (report: z.infer<typeof Report>) => number) => quantile(reports.map(of), 0.5);
  const points = (of: keyof z.infer<typeof Report>['categories']) =>
    middle(({ categories }) => Math.round((categories[of].score ?? 0) * 100));
  const measured = (audit: string) => middle(({ audits }) => numberOf(audits[audit]?.numericValue, audit));
  const wanting = reports.flatMap(({ audits }) =>
    Object.entries(audits).flatMap(([name, { score }]) => (score !== null && score < 0.9 ? [name] : [])),
  );
  return {
    performance: points('performance'),
    accessibility: points('accessibility'),
    bestPractices: points('best-practices'),
    seo: points('seo'),
    firstPaintMs: measured('first-contentful-paint'),
    largestPaintMs: measured('largest-contentful-paint'),
    blockedMs: measured('total-blocking-time'),
    layoutShift: measured('cumulative-layout-shift'),
    wanting: [...new Set(wanting)],
  };
}

/** A page that could not be opened has no numbers, and must not pass for a fast one. */
function numberOf(value: number | undefined, audit: string): number {
  if (value === undefined) throw new Error(`Lighthouse could not measure "${audit}".`);
  return value;
}
