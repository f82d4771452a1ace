import type { Page } from '@playwright/test';

/** On pages that are opened from now on, requests of other tests put no others in the places of those that stand there. */
export async function withoutNews(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      EventSource: class extends EventTarget {
        close() {}
      },
    });
  });
}
