import type { Page } from '@playwright/test';
import { withReadersStyle } from '../access/kinds-of-pages.ts';
import type { Screen } from './screens.ts';
import { expect } from './test.ts';

// Another build of Chromium draws the edges of letters a little differently, and 256 colours are a little off: neither is
// counted. A word that has moved by two pixels is, and paper of another shade (see-what-changed.test.ts). Colours may
// differ by 3 % as eyes see them (YIQ).
const TOLERANCE = { threshold: 0.03, maxDiffPixels: 40 };

const BEGINNING_PX = 2_000;

/** Holds what the page shows against the screen that is kept in `file`. */
export async function lookAs(
  file: string,
  page: Page,
  part: Screen['part'],
  expecting: typeof expect.soft = expect,
): Promise<void> {
  await waitForPictures(page);
  // A poster has more colours than all the rest of a page; what is held is its place, in grey, and what stands on it.
  await withReadersStyle(page, '.poster img { filter: brightness(0) opacity(0.5) }');
  const failing = 'Was it meant? Then take it as it is: npm run screens';
  if (typeof part === 'function') {
    await expecting(part(page), failing).toHaveScreenshot(file, TOLERANCE);
    return;
  }
  const width = page.viewportSize()?.width ?? 0;
  const clip = part === 'beginning' ? { clip: { x: 0, y: 0, width, height: BEGINNING_PX } } : {};
  await expecting(page, failing).toHaveScreenshot(file, { ...TOLERANCE, fullPage: part !== 'window', ...clip });
}

/** For those too to which nobody has scrolled. */
async function waitForPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pictures = [...document.images].filter((picture) => picture.checkVisibility());
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode()));
  });
}
