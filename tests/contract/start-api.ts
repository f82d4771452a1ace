import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Starts the endpoints in a process of their own. `shell` may set limits for it or watch it, and ends by running the
 * command that it is given: `exec "$@"`.
 */
export async function startApi(
  databaseUrl: string,
  shell = 'exec "$@"',
): Promise<{ child: ChildProcess; url: string }> {
  const command = [process.execPath, fileURLToPath(new URL('api-process.ts', import.meta.url))];
  const child = spawn('/bin/sh', ['-c', shell, 'sh', ...command], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      HANDRAIL_SECRET: 'a secret that is long enough to use',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('The process has no output to read its address from.');
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, url };
}

/** Asks for a person; the body follows from the key. Rejects where no whole answer came. */
export async function askForAPerson(url: string, key: string, filler = ''): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/api/escalations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({
      channel: 'email',
      name: 'A reader',
      email: 'a@example.com',
      message: `This is ${key}.${filler}`,
    }),
  });
  return { status: response.status, text: await response.text() };
}
