import { expect, test } from './test.ts';

const ANSWER = 'The computer does not find my printer';

test('a typing error is mended while one types, and that is said', async ({ page }) => {
  await page.goto('/');

  await page.getByRole('combobox', { name: 'What do you need?' }).fill('pritner ');

  await expect(page.getByRole('option').first()).toContainText(ANSWER);
  await expect(page.getByText('Searched for printer. Enter shows all results.')).toBeVisible();
});

test('the results say what was searched for, and lead to the word as it was typed', async ({ page }) => {
  await page.goto('/search/?q=pritner');
  const status = page.getByRole('region', { name: 'Results' }).getByRole('status');
  await expect(status).toContainText('Searched for printer.');
  await expect(page.getByRole('link', { name: ANSWER })).toBeVisible();

  await page.getByRole('link', { name: 'Search for pritner instead' }).click();

  await expect(page).toHaveURL('/search/?q=pritner&literal=1');
  await expect(status).toContainText('Nothing matches “pritner”.');
  await page.getByRole('link', { name: 'Search with typing errors corrected' }).click();
  await expect(page.getByRole('link', { name: ANSWER })).toBeVisible();
});

test('a filter keeps the words as they were typed', async ({ page }) => {
  await page.goto('/search/?q=pritner+disk&literal=1');

  await page.getByRole('navigation', { name: 'Narrow the results' }).getByRole('link', { name: 'How-to' }).click();

  await expect(page).toHaveURL('/search/?q=pritner+disk&type=how-to&literal=1');
  await expect(page.getByText('Searched for the words exactly as typed.')).toBeVisible();
});

test('words that no article holds are named', async ({ page }) => {
  await page.goto('/search/?q=printer+qqzzqq');

  await expect(page.getByText('No article contains qqzzqq, so we searched without it.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a typing error is mended too, and the way back is a link', async ({ page }) => {
    await page.goto('/search/?q=pritner');
    await expect(page.getByRole('link', { name: ANSWER })).toBeVisible();

    await page.getByRole('link', { name: 'Search for pritner instead' }).click();

    await expect(page.getByText('Nothing matches “pritner”.')).toBeVisible();
    await expect(page.getByText('Searched for the words exactly as typed.')).toBeVisible();
  });
});
