import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'What do you need?' });

test('what is closed before the answer is there does not open again with the answers to an older text', async ({
  page,
}) => {
  await page.goto('/');
  await page.keyboard.type('prin');
  await expect(page.getByRole('option').first()).toContainText('printer');
  const release = await holdIndex(page);
  const asked = page.waitForRequest(/\/pagefind\//);
  await box(page).fill('password');
  await asked;
  await page.keyboard.press('Escape');

  await box(page).click();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option')).toHaveCount(0);
  release();

  await expect(page.getByRole('option').first()).toContainText('password');
  await expect(page.getByRole('option').filter({ hasText: 'printer' })).toHaveCount(0);
});

test('what was found is not announced once the reader has left the box', async ({ page }) => {
  await page.clock.install({ time: '2026-11-22T10:00:00Z' });
  await page.goto('/');
  await page.clock.pauseAt('2026-11-22T11:00:00Z');
  await box(page).pressSequentially('printer');
  await expect(page.getByRole('option').first()).toBeVisible();

  await page.keyboard.press('Escape');
  await page.clock.runFor(2_000);

  await expect(page.locator('form[data-search-box] [role="status"]')).toBeEmpty();
});

/** Keeps back every file of the index that is asked for from now on, until it is released. */
async function holdIndex(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/**', (route) => held.then(() => route.continue()));
  return () => release();
}
