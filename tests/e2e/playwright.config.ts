import { defineConfig } from '@playwright/test';

/** Another one, where somebody else's tests run beside these. */
export const PORT = Number(process.env['HANDRAIL_TEST_PORT'] ?? 4390);
export const DATABASE = 'test-results/e2e-data/handrail.db';
export const BASE_URL = `http://127.0.0.1:${PORT}`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  // Elsewhere letters are drawn by other means, so nothing looks the same.
  testIgnore: process.platform === 'linux' ? [] : 'visual/**',
  snapshotPathTemplate: 'visual/screens/{arg}{ext}',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // What two engines look at takes a minute on a machine that has other work beside it.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // On a machine that others slow down, one of hundreds may miss its moment. What passes only then is counted by itself.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    baseURL: BASE_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    // Requests that a worker answers cannot be watched or held back; the tests of working offline allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env['HANDRAIL_TEST_BROWSER'] ?? '/usr/bin/chromium',
      chromiumSandbox: process.getuid?.() !== 0,
      // Debian's Chromium looks for its makers at every start, which a closed network refuses.
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node src/cli/start.ts',
    cwd: '../..',
    url: `${BASE_URL}/api/health`,
    timeout: 180_000,
    env: {
      PORT: String(PORT),
      HOST: '127.0.0.1',
      SITE_URL: BASE_URL,
      DATABASE_URL: `file:${DATABASE}`,
    },
  },
});
