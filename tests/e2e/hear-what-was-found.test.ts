import { expect, test } from './test.ts';

test('the count of results is announced from a status that was there before', async ({ page }) => {
  await page.goto('/search/');

  const status = page.getByRole('region', { name: 'Results' }).getByRole('status');

  await expect(status).toHaveCount(1);
  await expect(status).toBeEmpty();
});

test('the box says once what was found, after the typing and not with each letter', async ({ page }) => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('DOMContentLoaded', () => {
      const status = document.querySelector('form[data-search-box] [role="status"]');
      if (status) new MutationObserver(() => heard.push(status.textContent ?? '')).observe(status, { childList: true });
    });
  });
  await page.goto('/');

  await page.keyboard.type('pritner', { delay: 60 });

  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toHaveLength(1);
  expect((await heard())[0]).toMatch(/^\d+ articles for “pritner” Searched for printer\. Down arrow to choose\.$/);
});

test('each answer has a name that tells title, for whom, and passage', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.type('bin restore tab');

  const other = page.getByRole('option', { name: /Only in Sync 3/ }).first();

  await expect(other).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Answers' })).toBeVisible();
});
