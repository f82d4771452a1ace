import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

// Filled where answers have to stay as they are: after letter by letter those to fewer letters come first.
const box = (page: Page) => page.getByRole('combobox', { name: 'What do you need?' });

test('the search box opens with / and with Control K from anywhere, and Escape closes it', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');

  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('printer');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+k');

  await expect(box(page)).toBeFocused();
});

test('arrows walk through the answers and back to the field, which names the active one', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('password');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');

  await page.keyboard.press('ArrowDown');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowUp');

  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
});

test('Home and End move in the text, also while an answer is active', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('password');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(box(page)).toHaveAttribute('aria-activedescendant');

  await page.keyboard.press('Home');
  await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.type('new ');

  await expect(box(page)).toHaveValue('new password');
});

test('Alt and the arrows open and close without choosing', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.type('password');
  await expect(page.getByRole('listbox')).toBeVisible();

  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('Alt+ArrowDown');

  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
});

test('a second Escape clears the field', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.type('password');
  await expect(page.getByRole('listbox')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('password');
  await page.keyboard.press('Escape');

  await expect(box(page)).toHaveValue('');
});

test('an answer that stays while one types on keeps its element, so that nothing jumps', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('printe');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('printer');
  await first.evaluate((option) => option.setAttribute('data-seen', ''));

  await page.keyboard.type('r');

  await expect(page.getByRole('status').filter({ hasText: 'for “printer”' })).toHaveCount(1);
  await expect(first).toHaveAttribute('data-seen');
});

test('a reader whose dictation types / turns that key off, for good, by keyboard alone', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');
  await page.keyboard.press('/');
  // So many answers that their list scrolls.
  await page.keyboard.type('p');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Turn it off' })).toBeFocused();

  await page.keyboard.press('Enter');

  await expect(page.getByRole('button', { name: 'Turn it on' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(box(page)).toBeFocused();
  await page.reload();
  await page.keyboard.press('/');
  await expect(box(page)).not.toBeFocused();
  await expect(box(page)).toHaveAttribute('aria-keyshortcuts', 'Control+K Meta+K');
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
});

test('the key / can be turned on again', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('handrail-slash-key', 'off'));
  await page.goto('/articles/restore-a-file/');
  await box(page).fill('printer');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();

  await page.keyboard.press('/');

  await expect(box(page)).toBeFocused();
});
