import type { Page } from '@playwright/test';

/** Stops time on pages that are opened from now on, where only `page.clock.runFor` lets it pass; it does not in workers. */
export async function stopTheClock(page: Page): Promise<void> {
  await page.clock.install({ time: '2026-11-22T10:00:00Z' });
  await page.clock.pauseAt('2026-11-22T11:00:00Z');
}
