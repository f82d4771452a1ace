import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '../test.ts';
import { EVERY_LOOK, findingsOn, type Look } from './engines.ts';

/** The pages are shared out, so that workers take them side by side and each part ends in time. */
const PARTS = 16;

// A page that is still fading in when its media change complains of it.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (let part = 1; part <= PARTS; part++) {
  test(`neither engine finds anything on any built page, part ${part} of ${PARTS}`, async ({ page, meant }) => {
    // The page for what is not there says so in its status, wherever it is asked for.
    meant.push(/status of 404/);
    test.setTimeout(180_000);
    const pages = builtPages()
      .map((address, index) => ({ address, looks: looksAt(address, index) }))
      .filter((_page, index) => index % PARTS === part - 1);
    expect(pages.length).toBeGreaterThan(100 / PARTS);

    for (const { address, looks } of pages) {
      await page.goto(address);
      expect.soft(await findingsOn(page, looks), address).toEqual([]);
    }
  });
}

/**
 * A page of an article for other versions or readers says most of what its first page says: it is looked at in one way,
 * with all rules, and the ways go round. HANDRAIL_EVERY_LOOK=1 looks at all pages in all ways, in two minutes more.
 */
function looksAt(address: string, index: number): readonly Look[] {
  const isForOthers = /^\/articles\/[^/]+\/./.test(address);
  const look = EVERY_LOOK[index % EVERY_LOOK.length];
  if (!isForOthers || !look || process.env['HANDRAIL_EVERY_LOOK'] === '1') return EVERY_LOOK;
  return [{ ...look, areColoursAlone: false }];
}

/** Addresses of all pages of the build, but for those that only lead on to another one. */
function builtPages(): string[] {
  return globSync('dist/client/**/*.html')
    .filter((file) => !/<meta http-equiv="refresh"/.test(readFileSync(file, 'utf8')))
    .map((file) => `/${file.slice('dist/client/'.length).replace(/index\.html$/, '')}`)
    .sort();
}
