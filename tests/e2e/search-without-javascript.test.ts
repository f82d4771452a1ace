import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

test('a customer types a question, sends it, and opens the article', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('What do you need?').fill('why does it say disk full when I delete things');
  await page.getByRole('button', { name: 'Search' }).click();

  await page.getByRole('region', { name: 'Results' }).getByRole('link').first().click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Why does Sync say the disk is full when I delete things?',
  );
});

test('the search page does not say that it needs what it does without', async ({ page }) => {
  await page.goto('/search/');

  await expect(page.getByRole('main').getByLabel('What do you need?')).toBeVisible();
  await expect(page.getByText('needs JavaScript')).toHaveCount(0);
});

test('what the page is about goes along, so that its reader is answered first', async ({ page }) => {
  await page.goto('/articles/restore-a-file/3/');
  await page.getByLabel('What do you need?').fill('bin restore tab');
  await page.getByRole('button', { name: 'Search' }).click();

  await expect(page).toHaveURL(/&for=sync\+3\+/);
  await expect(page.locator('.result').first()).toContainText('Get back an earlier copy of a file in Sync 3');
});
