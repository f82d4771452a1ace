import { expect, test } from './test.ts';

const BY_CODE = ['NL-1311', 'nl-1311', 'sync stopped with NL-1311 what now'];

for (const question of BY_CODE) {
  test(`“${question}” leads to the article that holds the code`, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'What do you need?' }).fill(question);

    await expect(page.getByRole('option').first()).toContainText('What does the number in Sync mean?');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does the number in Sync mean?');
    await expect(page.getByText('NL-1311').first()).toBeVisible();
  });
}
