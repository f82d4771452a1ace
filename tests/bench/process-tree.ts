import { readdir, readFile } from 'node:fs/promises';

/** One process below the one that is watched, or itself. */
export type Process = {
  pid: number;
  name: string;
  residentBytes: number;
  peakBytes: number;
  /** User and system time that it took itself, without what it started. */
  cpuSeconds: number;
};

/** Linux counts in hundredths of a second towards programs, whatever the kernel counts in. */
const TICKS_PER_SECOND = 100;

/** The process `root` and all below it. Empty where the system has no /proc: then there are no figures. */
export async function processTree(root: number): Promise<Process[]> {
  const all = await Promise.all((await pids()).map(readProcess));
  const alive = all.flatMap((found) => (found ? [found] : []));
  const tree = alive.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...alive.filter(({ parent }) => parent === pid));
  return tree;
}

async function pids(): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

async function readProcess(pid: number): Promise<(Process & { parent: number }) | undefined> {
  // A process may end between being listed and being read.
  const [status = '', stat = ''] = await Promise.all(
    ['status', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
  );
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1];
  const parent = field('PPid');
  if (parent === undefined) return undefined;
  return {
    pid,
    parent: Number(parent),
    name: field('Name') ?? '',
    residentBytes: Number(field('VmRSS') ?? 0) * 1024,
    peakBytes: Number(field('VmHWM') ?? 0) * 1024,
    cpuSeconds: ticksIn(stat) / TICKS_PER_SECOND,
  };
}

/** The 14th and 15th field; the name before them may hold spaces, but it ends in the last bracket. */
function ticksIn(stat: string): number {
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return Number(user) + Number(system);
}
