import { loadavg } from 'node:os';
import { folderSize } from '../folder-size.ts';
import { measuredCommand } from '../measured-command.ts';

/** One build of one site, and what it took. */
export type Built = {
  name: string;
  articles: number;
  /** Of the machine, in the minute before. Seconds by the clock mean little where it is high. */
  loadBefore: number;
  cpuSeconds: number;
  wallSeconds: number;
  peakTreeBytes: number;
  peakProcessBytes: number;
  /** How long the indexer was there, and what it took; 0 where there is none. */
  indexSeconds: number;
  indexCpuSeconds: number;
  pages: number;
  files: number;
  bytes: number;
  /** What the command said, where it failed. */
  broken?: string;
};

type Build = {
  name: string;
  articles: number;
  command: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  output: string;
};

export async function built({ name, articles, command, cwd, env, output }: Build): Promise<Built> {
  const loadBefore = loadavg()[0] ?? 0;
  const measured = await measuredCommand([process.execPath, ...command], { cwd, env });
  const [all, pages] = await Promise.all([folderSize(output), folderSize(output, (path) => path.endsWith('.html'))]);
  const ofIndexer = (seconds: Record<string, number>) =>
    Object.entries(seconds).find(([process]) => process.startsWith('pagefind'))?.[1] ?? 0;
  return {
    name,
    articles,
    loadBefore,
    cpuSeconds: measured.cpuSeconds,
    wallSeconds: measured.wallSeconds,
    peakTreeBytes: measured.peakTreeBytes,
    peakProcessBytes: measured.peakProcessBytes,
    indexSeconds: ofIndexer(measured.secondsByName),
    indexCpuSeconds: ofIndexer(measured.cpuSecondsByName),
    pages: pages.files,
    ...all,
    ...(measured.status !== 0 && {
      broken: `${name}: the build ended with status ${measured.status}:\n${measured.output.slice(-MOST_SAID)}`,
    }),
  };
}

const MOST_SAID = 4_000;
