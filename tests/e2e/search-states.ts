import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Opens `address`, an address of the search, and waits until there are answers. */
export async function seeAnswers(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
}

/** From now on notes what was asked on pages that are opened and has been answered, shown or not. */
export async function noteAnswered(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const answered: string[] = [];
    Object.assign(globalThis, { answered });
    globalThis.Worker = class extends Worker {
      override postMessage(asked: { id: number; question?: string }) {
        this.addEventListener('message', ({ data: { id } }: MessageEvent<{ id: number }>) => {
          if (id === asked.id && asked.question !== undefined) answered.push(asked.question);
        });
        super.postMessage(asked);
      }
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { answered: string[] }).answered);
}

/** Searches for what is nowhere, and waits until the page says so. */
export async function seeNoAnswer(page: Page): Promise<void> {
  await page.goto('/search/?q=zzzzqqq');
  const nothing = page.getByRole('main').getByText(/Nothing matches/);
  await expect(nothing.first()).toBeVisible();
}

/** Types into the box of the home page, and waits for the first suggestion. */
export async function seeSuggestions(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('main').getByRole('combobox').fill('printer');
  await expect(page.getByRole('option').first()).toBeVisible();
}
