import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/**
 * Path of the browser for the tests, the one of `installedBrowser`. Installs one where there is none, and says what it
 * does through `say`. Throws where that fails too.
 */
export function findBrowser(chromiumPath: string | undefined, say: (line: string) => void): string {
  const found = installedBrowser(chromiumPath);
  if (found) return found;
  say('No browser found. Asking Playwright for its own …');
  const download = spawnSync('playwright', ['install', '--with-deps', 'chromium'], {
    stdio: 'ignore',
    timeout: 240_000,
  });
  const own = download.status === 0 ? installedBrowser(chromiumPath) : undefined;
  if (own) return own;
  say('Playwright could not download it. Installing the Debian package chromium …');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', 'chromium'], {
    stdio: 'ignore',
  });
  if (existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  throw new Error('No browser could be found or installed. Install Chromium and set CHROMIUM_PATH to its program.');
}

/** Path of a browser that is there already: Playwright's own, else CHROMIUM_PATH, else Debian's. */
export function installedBrowser(chromiumPath: string | undefined): string | undefined {
  return [chromium.executablePath(), chromiumPath, DEBIAN_CHROMIUM].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}
