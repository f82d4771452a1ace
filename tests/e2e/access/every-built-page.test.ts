import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '../test.ts';
import { findingsOn } from './engines.ts';

/** The pages are shared out, so that workers take them side by side and each part ends in time. */
const PARTS = 16;

// A page that is still fading in when its media change complains of it.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (let part = 1; part <= PARTS; part++) {
  test(`neither engine finds anything on any built page, part ${part} of ${PARTS}`, async ({ page, meant }) => {
    // The page for what is not there says so in its status, wherever it is asked for.
    meant.push(/status of 404/);
    test.setTimeout(180_000);
    const pages = builtPages().filter((_address, index) => index % PARTS === part - 1);
    expect(pages.length).toBeGreaterThan(100 / PARTS);

    for (const address of pages) {
      await page.goto(address);
      expect.soft(await findingsOn(page), address).toEqual([]);
    }
  });
}

/** Addresses of all pages of the build, but for those that only lead on to another one. */
function builtPages(): string[] {
  return globSync('dist/client/**/*.html')
    .filter((file) => !/<meta http-equiv="refresh"/.test(readFileSync(file, 'utf8')))
    .map((file) => `/${file.slice('dist/client/'.length).replace(/index\.html$/, '')}`)
    .sort();
}
