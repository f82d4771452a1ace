import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'What do you need?' });

test('the empty field offers the searches of this visit, the latest first', async ({ page }) => {
  await searchedFor(page, 'printer', 'password');
  await page.goto('/');
  await expect(box(page)).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(0);

  await box(page).click();
  await expect(page.getByRole('listbox', { name: 'Searches of this visit' })).toBeVisible();
  await expect(page.getByRole('option')).toHaveText(['password', 'printer']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(box(page)).toHaveValue('printer');
  await expect(page.getByRole('option').first()).toContainText('The computer does not find my printer');
});

test('by keyboard, Down offers them; passing through with Tab does not', async ({ page }) => {
  await searchedFor(page, 'printer');
  await page.goto('/articles/restore-a-file/');
  while (!(await box(page).evaluate((input) => input === document.activeElement))) await page.keyboard.press('Tab');
  await expect(page.getByRole('option')).toHaveCount(0);

  await page.keyboard.press('ArrowDown');

  await expect(page.getByRole('option', { name: 'printer' })).toHaveAttribute('aria-selected', 'true');
});

test('they can be forgotten, and then do not go along to a person either', async ({ page }) => {
  await searchedFor(page, 'printer');
  await page.goto('/');
  await box(page).click();

  await page.getByRole('button', { name: 'Forget these' }).click();

  await expect(page.getByRole('option')).toHaveCount(0);
  await box(page).click();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.goto('/talk/');
  await expect(page.getByText('What we send along')).toBeVisible();
  await expect(page.getByText(/You searched for/)).toHaveCount(0);
});

async function searchedFor(page: Page, ...queries: string[]): Promise<void> {
  for (const query of queries) {
    await page.goto(`/search/?q=${query}`);
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('handrail-visit'))).toContain(query);
  }
}
