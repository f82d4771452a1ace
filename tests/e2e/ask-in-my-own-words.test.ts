import { noteAnswered } from './search-states.ts';
import { expect, test } from './test.ts';

const ANSWER = 'Why does Sync say the disk is full when I delete things?';

test('a customer types a question and opens the article by keyboard alone', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'What do you need?' });
  await expect(box).toBeFocused();
  await page.keyboard.type('why does it say disk full when I delete things');
  await expect(page.getByRole('option').first()).toContainText(ANSWER);

  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ANSWER);
});

test('answers are there from the first letter, and follow the typing', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.type('p');
  await expect(page.getByRole('option').first()).toBeVisible();

  await page.keyboard.type('rinte');

  await expect(page.getByRole('option').first()).toContainText('The computer does not find my printer');
});

test('the answers in the box and on the page of results are one list', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('restore a deleted file');
  await expect(page.getByRole('option').first()).toBeVisible();
  const inBox = await page.getByRole('option').locator('.title').allTextContents();

  await page.keyboard.press('Enter');

  await expect(page).toHaveURL('/search/?q=restore+a+deleted+file');
  const titles = page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 2 });
  await expect.poll(async () => (await titles.allTextContents()).slice(0, 3)).toEqual(inBox.slice(0, 3));
});

test('a product that is named counts for more, and that is said', async ({ page }) => {
  await page.goto('/search/?q=how+do+I+update+my+mini');

  await expect(page.getByRole('status').filter({ hasText: /named (it|Northlight Mini)/ })).toBeVisible();
  await page.getByRole('link', { name: 'Only Northlight Mini' }).click();

  await expect(page).toHaveURL('/search/?q=how+do+I+update+my+mini&product=mini');
  await expect(page.locator('.result .about').filter({ hasText: 'Northlight Sync' })).toHaveCount(0);
});

test('the index is asked for on focus, not on load', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/pagefind/') && asked.push(request.url()));
  await page.goto('/articles/restore-a-file/', { waitUntil: 'networkidle' });
  expect(asked).toEqual([]);

  await page.getByRole('combobox', { name: 'What do you need?' }).focus();

  await expect.poll(() => asked.length).toBeGreaterThan(0);
});

test('the box and the results of a page search in one worker', async ({ page }) => {
  await page.goto('/search/?q=password');
  await page.getByRole('link', { name: /^Northlight Sync \d+$/ }).click();
  await expect(page).toHaveURL(/product=sync/);
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);

  await page.getByRole('combobox', { name: 'What do you need?' }).fill('conflict');
  await expect(page.getByRole('option').first()).toBeVisible();

  expect(page.workers()).toHaveLength(1);
});

test('answers that come after the reader has left the box do not open over the page', async ({ page }) => {
  const answered = await noteAnswered(page);
  await page.clock.install();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/**', (route) => held.then(() => route.continue()));
  await page.goto('/');
  const asked = page.waitForRequest(/\/pagefind\//);
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');
  await asked;

  await page.getByRole('heading', { level: 1 }).click();
  await page.clock.runFor(2_000);
  await expect(page.getByText('Looking …')).toBeHidden();
  // What loads may wait for a timer of its own.
  await page.clock.resume();
  release();
  await expect.poll(answered).toContain('printer');

  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(page.locator('[data-popup]')).toBeHidden();
});
