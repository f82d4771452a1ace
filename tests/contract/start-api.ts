import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Starts the endpoints in a process of their own, through `shell` words where a limit has to be set before. */
export async function startApi(database: string, shell?: string): Promise<{ child: ChildProcess; url: string }> {
  const command = [process.execPath, fileURLToPath(new URL('api-process.ts', import.meta.url))] as const;
  const options = {
    env: { DATABASE_URL: `file:${database}`, HANDRAIL_SECRET: 'a secret that is long enough to use' },
    stdio: ['ignore', 'pipe', 'inherit'],
  } satisfies Parameters<typeof spawn>[2];
  const child = shell
    ? spawn('/bin/sh', ['-c', `${shell}; exec "$0" "$1"`, ...command], options)
    : spawn(command[0], [command[1]], options);
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
