import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

test('earlier addresses and other versions lead to the article', async ({ page }) => {
  await page.goto('/kb/1142-restore');
  await expect(page).toHaveURL('/articles/restore-a-file/');

  await page.goto('/articles/restore-a-file/5/for-home/');

  await expect(page).toHaveURL('/articles/restore-a-file/');
});

test('an address that leads nowhere offers search and topics', async ({ page, meant }) => {
  meant.push(/status of 404/);

  await page.goto('/articles/no-such-article/');

  await expect(page.getByRole('heading', { level: 1, name: 'There is no page at this address' })).toBeVisible();
  await expect(page.getByRole('main').getByLabel('What do you need?')).toBeVisible();
});
