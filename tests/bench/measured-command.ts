import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { processTree } from './process-tree.ts';

/** What a command took, with everything that it started. */
export type Measured = {
  status: number;
  output: string;
  wallSeconds: number;
  /** User and system time. */
  cpuSeconds: number;
  /** The same by name of the process, as last seen: short by up to one sample each, and without the very short-lived. */
  cpuSecondsByName: Record<string, number>;
  /** The most that all of its processes held at one moment, as sampled; pages that they share count in each. */
  peakTreeBytes: number;
  /** The most that one of its processes ever held. */
  peakProcessBytes: number;
  /** How long processes were seen, by name. */
  secondsByName: Record<string, number>;
};

const SAMPLE_EVERY_MS = 200;
/** The shell waits for the command and knows what it and all below it took; the figures leave by the third pipe. */
const TIMED = '"$@" 3>&-; status=$?; times >&3; exit $status';

/** Runs `command` to its end. POSIX alone: times come from the shell, memory from /proc (0 where there is none). */
export async function measuredCommand(
  command: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Measured> {
  const startedAt = performance.now();
  const child = spawn('/bin/sh', ['-c', TIMED, 'sh', ...command], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [, stdout, stderr, times] = child.stdio as NodeJS.ReadableStream[];
  const texts = Promise.all([stdout, stderr, times].map((stream) => (stream ? text(stream) : '')));
  const watch = watchTree(child.pid ?? 0);
  const status = await ended;
  const wallSeconds = (performance.now() - startedAt) / 1000;
  const seen = await watch.stop();
  const [out = '', err = '', taken = ''] = await texts;
  // The shell knows nothing of a process that outlives the one that started it, as Pagefind's indexer does.
  const cpuSeconds = Math.max(cpuSecondsOf(taken), sum(Object.values(seen.cpuSecondsByName)));
  return { status, output: out + err, wallSeconds, cpuSeconds, ...seen };
}

function watchTree(root: number): {
  stop: () => Promise<Pick<Measured, 'peakTreeBytes' | 'peakProcessBytes' | 'secondsByName' | 'cpuSecondsByName'>>;
} {
  const seen = new Map<string, { firstMs: number; lastMs: number }>();
  const taken = new Map<number, { name: string; cpuSeconds: number }>();
  let peakTreeBytes = 0;
  let peakProcessBytes = 0;
  let stopped = false;
  const look = async () => {
    const tree = await processTree(root);
    const now = performance.now();
    for (const { name } of tree) seen.set(name, { firstMs: seen.get(name)?.firstMs ?? now, lastMs: now });
    for (const { pid, name, cpuSeconds } of tree) taken.set(pid, { name, cpuSeconds });
    peakTreeBytes = Math.max(peakTreeBytes, sum(tree.map(({ residentBytes }) => residentBytes)));
    peakProcessBytes = Math.max(peakProcessBytes, ...tree.map(({ peakBytes }) => peakBytes));
  };
  const looking = (async () => {
    while (!stopped) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_EVERY_MS));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await looking;
      const secondsByName = Object.fromEntries(
        [...seen].map(([name, { firstMs, lastMs }]) => [name, (lastMs - firstMs) / 1000]),
      );
      return { peakTreeBytes, peakProcessBytes, secondsByName, cpuSecondsByName: byName([...taken.values()]) };
    },
  };
}

function byName(processes: readonly { name: string; cpuSeconds: number }[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { name, cpuSeconds } of processes) total[name] = (total[name] ?? 0) + cpuSeconds;
  return total;
}

/** The second line of `times` is about the children of the shell: "0m1.234s 0m0.567s". */
function cpuSecondsOf(times: string): number {
  const [, ofChildren = ''] = times.split('\n');
  return sum(
    [...ofChildren.matchAll(/(\d+)m([\d.,]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s?.replace(',', '.'))),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
