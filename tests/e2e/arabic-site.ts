import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSite } from '../bench/running-site.ts';
import { copySite } from '../bench/site-copy.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { test as base } from './test.ts';

// Not whichever is free: it is written into the pages, and could be taken before they are built.
const PORT = SITE_PORT + 11;
const FIXTURE = resolve('tests/fixtures/arabic');

const MINUTES = 240_000;

type ArabicSite = Awaited<ReturnType<typeof startArabicSite>>;

/** `test` on the site in Arabic, which each worker builds once: keep tests of it in one file, in one worker. */
export const test = base.extend<object, { site: ArabicSite }>({
  site: [
    async ({}, use) => {
      const site = await startArabicSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: MINUTES },
  ],
  baseURL: async ({ site }, use) => use(site.address),
});

/** The help centre of tests/fixtures/arabic, built in a copy of this tree as its README says, and running. */
async function startArabicSite() {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-arabic-'));
  await copySite('.', folder);
  await cp(join(FIXTURE, 'strings'), join(folder, 'src/strings/ar'), { recursive: true });
  const address = `http://127.0.0.1:${PORT}`;
  const env = {
    ...process.env,
    CONTENT_DIR: join(FIXTURE, 'content'),
    DATABASE_URL: 'file:data/handrail.db',
    HOST: '127.0.0.1',
    PORT: String(PORT),
    PUBLIC_API_URL: '',
    SITE_URL: address,
  };
  const site = await startSite(folder, env, address);
  return {
    address,
    /** The link with which a new agent sets a password. */
    addAgent(): string {
      const words = ['src/cli/agent.ts', 'add', 'agent@example.com', '--role', 'agent', '--name', 'The agent'];
      return /https?:\/\/\S+/.exec(execFileSync('node', words, { cwd: folder, env, encoding: 'utf8' }))?.[0] ?? '';
    },
    async stop() {
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
