import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { copySite } from '../bench/site-copy.ts';
import { writeContent } from '../fixtures/site.ts';

/** `npm start` in a process of its own, with a small site, which it builds first. */
export type WholeServer = {
  port: number;
  /** Undefined as long as it runs. */
  exited: () => number | string | undefined;
  /** Lines of its log about mistakes of ours, each once. */
  newFailures: () => string[];
  /** Bytes that it needs when everything that it does not need is thrown away. */
  heapBytes: () => Promise<number>;
  stop: () => Promise<void>;
};

export async function startWholeServer(env: Readonly<Record<string, string>> = {}): Promise<WholeServer> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-whole-'));
  await copySite('.', folder);
  const content = await writeContent();
  const preload = fileURLToPath(new URL('answer-heap.ts', import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', '--import', preload, 'src/cli/start.ts'], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: '0',
      SITE_URL: 'http://help.example.com',
      CONTENT_DIR: content.folder,
      DATABASE_URL: `file:${join(folder, 'data/handrail.db')}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let exited: number | string | undefined;
  const failures: string[] = [];
  const exit = once(child, 'exit').then(([code, signal]: (number | string | null)[]) => (exited = code ?? signal ?? 0));
  const started = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        const { event, level, port } = logLine(line);
        if (event === 'started') resolve(Number(port));
        if (level === undefined || level === 'error') failures.push(line);
      });
    }
  });
  const port = await Promise.race([started, exit.then((code) => Promise.reject(new Error(`Ended with ${code}.`)))]);
  failures.length = 0;
  return {
    port,
    exited: () => exited,
    newFailures: () => failures.splice(0),
    heapBytes: async () => {
      child.send('how much?');
      const [bytes] = (await once(child, 'message')) as [number];
      return bytes;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
      await content[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What is no line of the log is something that nobody meant to write. */
function logLine(line: string): { event?: string; level?: string; port?: number } {
  try {
    return JSON.parse(line) as object;
  } catch {
    return {};
  }
}
