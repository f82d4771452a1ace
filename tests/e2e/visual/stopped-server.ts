import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { anotherServer } from '../another-server.ts';

/** What leads to what the store was filled with: paths of status pages, and cookies of somebody who is signed in. */
export type Filled = { waiting: string; answered: string; mended: string; cookies: string[] };

export type StoppedServer = { origin: string; filled: Filled; stop: () => Promise<unknown> };

/** A server for which it is always the same moment, with a store in `folder` in which the same has always happened. */
export async function stoppedServer(folder: string): Promise<StoppedServer> {
  rmSync(folder, { recursive: true, force: true });
  const env = {
    DATABASE_URL: `file:${join(folder, 'handrail.db')}`,
    HANDRAIL_SECRET: 'known to everybody, for it keeps nothing',
    NODE_OPTIONS: `--import=${pathToFileURL('tests/e2e/visual/stop-the-clock.ts')}`,
  };
  const SITE_URL = 'http://127.0.0.1';
  const printed = execFileSync('node', ['tests/e2e/visual/fill-store.ts'], {
    encoding: 'utf8',
    env: { ...process.env, ...env, SITE_URL },
  });
  const server = await anotherServer(0, env);
  const [, port] = /"event":"started","port":(\d+)/.exec(server.output()) ?? [];
  if (port === undefined) throw new Error(`The server does not say where it is: ${server.output()}`);
  return { origin: `http://127.0.0.1:${port}`, filled: JSON.parse(printed) as Filled, stop: server.stop };
}
