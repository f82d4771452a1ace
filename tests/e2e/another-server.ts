import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BASE_URL } from './playwright.config.ts';

/** A server of a test's own, on the pages that are built already and on an empty store unless `env` names another. */
export async function anotherServer(port: number, env: Readonly<Record<string, string>> = emptyStore()) {
  // With the address of the pages as they were built: with another one they would be built anew.
  const own = { ...process.env, PORT: String(port), HOST: '127.0.0.1', SITE_URL: BASE_URL, ...env };
  const server = spawn('node', ['src/cli/start.ts'], { env: own, stdio: ['ignore', 'pipe', 'pipe'] });
  // Not `exit`: what it wrote last may be read after that.
  const exited = once(server, 'close') as Promise<[number | null]>;
  let output = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('"event":"started"')) resolve();
      });
    }
  });
  await Promise.race([
    ready,
    exited.then(([code]) => Promise.reject(new Error(`The server ended with ${code} before it was ready: ${output}`))),
  ]);
  return {
    env,
    /** All that it has written so far, log and errors. */
    output: () => output,
    /** Asks it to end, and gives the status with which it did. */
    stop: async (): Promise<number | null> => {
      server.kill('SIGTERM');
      const [status] = await exited;
      return status;
    },
  };
}

function emptyStore(): Record<string, string> {
  return { DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'handrail-')), 'handrail.db')}` };
}
