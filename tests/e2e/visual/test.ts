import { join } from 'node:path';
import { test as base, expect } from '../test.ts';
import { onlyTheseFonts } from './only-these-fonts.ts';
import { NOW } from './now.ts';
import { stoppedServer, type Filled, type StoppedServer } from './stopped-server.ts';

/** `test` in a browser and on a server for which everything is always the same: the moment, the typefaces, the store. */
export const test = base.extend<{ filled: Filled }, { stopped: StoppedServer }>({
  stopped: [
    async ({}, use, { parallelIndex }) => {
      const stopped = await stoppedServer(join('test-results', `screens-${parallelIndex}`));
      await use(stopped);
      await stopped.stop();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, env: { ...process.env, ...onlyTheseFonts('test-results/fonts') } });
    },
    { scope: 'worker' },
  ],
  // Forms say which browser somebody uses.
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  trace: 'off',
  filled: ({ stopped }, use) => use(stopped.filled),
  baseURL: ({ stopped }, use) => use(stopped.origin),
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(NOW);
    await use(page);
  },
});

export { expect };
