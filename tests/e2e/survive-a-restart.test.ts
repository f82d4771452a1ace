import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BASE_URL, PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

// A server of the test's own is no third party.
test.use({ baseURL: `http://127.0.0.1:${SITE_PORT + 1}` });

const PORT = SITE_PORT + 1;
const ADDRESS = `http://127.0.0.1:${PORT}`;

test('after a restart, the status page and the queue are still there', async ({ page }) => {
  const database = `file:${join(mkdtempSync(join(tmpdir(), 'handrail-')), 'handrail.db')}`;
  let server = await startServer(database);
  try {
    await page.goto(`${ADDRESS}/talk/`);
    await page.getByLabel('What happens, and what do you need?').fill('Still here after the restart?');
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your e-mail address').fill('customer@example.com');
    await page.getByRole('button', { name: 'Send to a person' }).click();
    const reference = await page.locator('.reference').innerText();
    const status = await page.getByRole('link', { name: 'See how it stands' }).getAttribute('href');
    await stopServer(server);
    server = await startServer(database);

    await page.goto(`${ADDRESS}${new URL(status ?? '', ADDRESS).pathname}`);

    await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible();
    await expect(page.getByText('Still here after the restart?')).toBeVisible();
    const health = (await (await page.request.get(`${ADDRESS}/api/health`)).json()) as { outbox: { waiting: number } };
    expect(health.outbox.waiting).toBe(1);
  } finally {
    await stopServer(server);
  }
});

/** The built site on a port of its own; its pages are those of the other server, so nothing is built anew. */
async function startServer(database: string): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(PORT), HOST: '127.0.0.1', SITE_URL: BASE_URL, DATABASE_URL: database };
  const server = spawn('node', ['src/cli/start.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(' is at ')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready: ${said}`)));
  });
  return server;
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  await exited;
}
