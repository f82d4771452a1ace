import { readdir, readFile } from 'node:fs/promises';

/** One process below the one that is watched, or itself. */
export type Process = { pid: number; name: string; residentBytes: number; peakBytes: number };

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
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status ?? '')?.[1];
  const parent = field('PPid');
  if (parent === undefined) return undefined;
  return {
    pid,
    parent: Number(parent),
    name: field('Name') ?? '',
    residentBytes: Number(field('VmRSS') ?? 0) * 1024,
    peakBytes: Number(field('VmHWM') ?? 0) * 1024,
  };
}
