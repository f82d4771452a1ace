import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { processTree } from './process-tree.ts';

/** A site that was started with `npm start`'s own command. */
export type RunningSite = {
  address: string;
  startSeconds: number;
  /** The most memory that it has held so far. */
  peakBytes: () => Promise<number>;
  stop: () => Promise<void>;
};

/** Starts the built site in `folder`; rejects with what it said where it does not come up. */
export async function startSite(folder: string, env: NodeJS.ProcessEnv, address: string): Promise<RunningSite> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['src/cli/start.ts'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(address)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`The site did not start:\n${said}`)));
  });
  return {
    address,
    startSeconds: (performance.now() - startedAt) / 1000,
    peakBytes: async () => Math.max(0, ...(await processTree(child.pid ?? 0)).map(({ peakBytes }) => peakBytes)),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A port on which nothing listens at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.');
  return address.port;
}
