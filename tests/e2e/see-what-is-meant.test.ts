import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { test as testOnLine, untilKept } from './line.ts';
import { movesOn, noteMoves } from './moves.ts';
import { expect, test } from './test.ts';

const SLOW_MS = 700;
const WITH_PICTURES = [
  '/articles/ports-and-limits/',
  '/articles/computer-will-not-start/',
  '/articles/restore-a-file/',
];

for (const address of WITH_PICTURES) {
  for (const width of [360, 1280]) {
    test(`nothing moves on ${address} at ${width} pixels, however late its pictures come`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.route(/\/_astro\/.*\.(avif|webp|svg)$/, async (route) => {
        await pause(SLOW_MS);
        await route.continue();
      });
      await noteMoves(page);
      await page.goto(address, { waitUntil: 'commit' });

      await scrollThrough(page);

      await expect.poll(() => unseen(page)).toEqual([]);
      expect(await movesOn(page)).toEqual([]);
    });
  }
}

test('a picture says what it shows, fits its column, and waits until a reader comes near', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/articles/ports-and-limits/');
  const picture = page.getByRole('img', { name: /^The back of the Mini\. From left to right: power, HDMI/ });
  await expect(picture).toHaveAttribute('loading', 'lazy');

  await picture.scrollIntoViewIfNeeded();

  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  const { width = 0 } = (await picture.boundingBox()) ?? {};
  expect(width).toBeLessThanOrEqual(360 - 32);
  expect(width).toBeGreaterThan(300);
});

test('the poster of a video comes in a small format, and what feeds name still answers', async ({ page, request }) => {
  await page.goto('/articles/computer-will-not-start/');
  const poster = page.locator('.poster img');
  await poster.scrollIntoViewIfNeeded();

  await expect
    .poll(() => poster.evaluate((img: HTMLImageElement) => new URL(img.currentSrc || 'x:').pathname))
    .toMatch(/^\/_astro\/computer-will-not-start\.[0-9a-f]{10}-(640|1280)\.avif$/);

  expect((await request.get('/videos/computer-will-not-start.jpg')).headers()['content-type']).toBe('image/jpeg');
});

testOnLine('a picture that nobody had scrolled to is there without a connection', async ({ page, line }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/articles/ports-and-limits/');
  await untilKept(page);
  await expect.poll(() => page.evaluate(keptPictures)).toBe(1);
  line.state = 'down';
  await page.goto('/articles/ports-and-limits/');
  const picture = page.getByRole('img', { name: /^The back of the Mini/ });

  await picture.scrollIntoViewIfNeeded();

  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
});

async function scrollThrough(page: Page): Promise<void> {
  await page.waitForLoadState('domcontentloaded');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at < height; at += 400) await page.evaluate(scrolledTo, at);
}

/** Only where a frame is drawn the browser sees which pictures are near. */
async function scrolledTo(top: number): Promise<void> {
  scrollTo({ top, behavior: 'instant' });
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

async function keptPictures(): Promise<number> {
  const addresses = [...document.querySelectorAll('.body img')].map((img) => img.getAttribute('src') ?? '');
  const kept = await Promise.all(addresses.map((address) => caches.match(address)));
  return kept.filter(Boolean).length;
}

/** Pictures in view of some answer that have not come yet. */
function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('.body img')]
      .filter((img) => img.checkVisibility() && !(img.complete && img.naturalWidth > 0))
      .map((img) => img.alt),
  );
}
