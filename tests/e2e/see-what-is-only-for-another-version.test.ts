import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const QUESTION = '/search/?q=bin+restore+tab';

test('what is only for another version comes later, and says so before it is opened', async ({ page }) => {
  await page.goto(QUESTION);
  const results = page.getByRole('region', { name: 'Results' }).locator('.result');

  await expect(results.first().locator('strong')).toHaveCount(0);
  const other = results.filter({ hasText: 'Only in Sync 3' }).first();
  await other.getByRole('link').first().click();

  await expect(page).toHaveURL(/\/articles\/[a-z-]+\/3\//);
});

test('a customer who has chosen an older version gets its articles first, and unmarked', async ({ page }) => {
  await chooseSync3(page);
  await page.goto('/');

  await page.getByRole('combobox', { name: 'What do you need?' }).fill('bin restore tab');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Get back an earlier copy of a file in Sync 3');
  await expect(first).not.toContainText('Only in');
  await page.keyboard.press('Enter');

  // The server cannot know what was chosen in the browser, so the address tells it.
  await expect(page).toHaveURL('/search/?q=bin+restore+tab&for=sync+3+home');
  await expect(page.getByRole('region', { name: 'Results' }).locator('.result').first()).toContainText(
    'Get back an earlier copy of a file in Sync 3',
  );
});

test('an address without that choice is answered for the reader all the same', async ({ page }) => {
  await chooseSync3(page);

  await page.goto(QUESTION);

  await expect(page.getByRole('region', { name: 'Results' }).locator('.result').first()).toContainText(
    'Get back an earlier copy of a file in Sync 3',
  );
  await expect(page).toHaveURL(`${QUESTION}&for=sync+3+home`);
});

test('where everything is for others, one sentence says so', async ({ page }) => {
  await page.goto('/search/?q=bin+restore+tab&product=sync&version=3&for=sync+5+home&type=how-to');
  await expect(page.getByRole('region', { name: 'Results' }).locator('.result').first()).toBeVisible();

  await page.goto('/search/?q=policies+hide+menu+console&audience=admin');

  await expect(page.getByRole('region', { name: 'Results' }).locator('.result').first()).toBeVisible();
});

test('the server and the browser give the same rows and sentences', async ({ page }) => {
  await page.goto('/search/?q=pritner+qqzz+restore&for=sync+4.2+office');
  const results = page.getByRole('region', { name: 'Results' });
  const ofServer = await results.innerText();
  const filters = page.getByRole('navigation', { name: 'Narrow the results' });

  await filters.getByRole('link', { name: 'At home' }).click();
  await expect(page).toHaveURL(/audience=home/);
  await filters.getByRole('link', { name: 'Everybody' }).click();

  await expect(page).not.toHaveURL(/audience/);
  await expect.poll(() => results.innerText()).toBe(ofServer);
});

async function chooseSync3(page: Page): Promise<void> {
  await page.addInitScript(() =>
    localStorage.setItem(
      'handrail-chosen',
      JSON.stringify([{ product: 'sync', version: '3', audience: 'home', inWords: 'Sync 3, at home' }]),
    ),
  );
}
