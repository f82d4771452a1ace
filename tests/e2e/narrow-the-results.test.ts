import { expect, test } from './test.ts';

test('filters say how much they leave, and narrow the results in the address', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('password');
  await page.keyboard.press('Enter');
  const filters = page.getByRole('navigation', { name: 'Narrow the results' });
  const sync = filters.getByRole('link', { name: /^Northlight Sync \d+$/ });
  const count = Number((await sync.innerText()).match(/\d+/)?.[0]);

  await sync.click();

  await expect(page).toHaveURL('/search/?q=password&product=sync');
  await expect(page.locator('.result')).toHaveCount(count);
  await expect(page.locator('.result .about').filter({ hasText: 'Northlight Mini' })).toHaveCount(0);
});

test('Back takes back what was chosen', async ({ page }) => {
  await page.goto('/search/?q=password');
  const all = await page.locator('.result').count();
  await page.getByRole('link', { name: /^Northlight Sync \d+$/ }).click();
  await expect(page.locator('.result')).not.toHaveCount(all);

  await page.goBack();

  await expect(page).toHaveURL('/search/?q=password');
  await expect(page.locator('.result')).toHaveCount(all);
});

test('each limit can be cleared, and all of them at once', async ({ page }) => {
  await page.goto('/search/?q=password&product=sync&audience=home&type=how-to');
  const filters = page.getByRole('navigation', { name: 'Narrow the results' });
  await filters.getByRole('link', { name: 'Clear How-to' }).click();
  await expect(page).toHaveURL('/search/?q=password&product=sync&audience=home');
  await expect(filters.getByRole('link', { name: 'Clear How-to' })).toBeHidden();

  await filters.getByRole('link', { name: 'Clear all' }).click();

  await expect(page).toHaveURL('/search/?q=password');
  await expect(filters.getByRole('link', { name: /^Clear/ })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Results' })).toBeFocused();
});

test('what would leave nothing is not offered, and versions only with their product', async ({ page }) => {
  await page.goto('/search/?q=printer');
  const filters = page.getByRole('navigation', { name: 'Narrow the results' });

  await expect(filters.getByRole('link', { name: 'Incident' })).toHaveCount(0);
  await expect(filters.getByRole('link', { name: /^Northlight OS/ })).toHaveCount(0);
  await page.goto('/search/?q=printer&product=mini');

  await expect(filters.getByRole('link', { name: /^Northlight OS 12 \d+$/ })).toBeVisible();
});

test('a new question keeps the filters that are chosen now, and not one that was cleared', async ({ page }) => {
  await page.goto('/search/?q=password&product=sync&audience=home');
  const filters = page.getByRole('navigation', { name: 'Narrow the results' });
  await filters.getByRole('link', { name: 'Everybody' }).click();
  await filters.getByRole('link', { name: 'Files and backup' }).click();
  await expect(page).toHaveURL(/topic=files/);

  await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL('/search/?q=printer&product=sync&topic=files');
});

test('limits that leave nothing say what they hide, and lead out', async ({ page }) => {
  await page.goto('/search/?q=fan&product=sync');
  await expect(page.getByText(/Without the limits that you chose there (is|are) \d+ articles?/)).toBeVisible();

  await page.getByRole('region', { name: 'Results' }).getByRole('link', { name: 'Northlight Mini' }).click();

  await expect(page).toHaveURL('/search/?q=fan&product=mini');
  await expect(page.locator('.result').first()).toBeVisible();
});

test('the box names the limits where they leave nothing of what is typed', async ({ page }) => {
  await page.goto('/search/?q=password&product=sync');

  await page.getByRole('combobox', { name: 'What do you need?' }).fill('fan');

  await expect(page.getByText('Nothing matches “fan” within the limits that you chose.').first()).toBeVisible();
});

test('on a phone the filters are folded away until they are wanted', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/search/?q=password');
  const filters = page.getByRole('navigation', { name: 'Narrow the results' });
  await expect(filters.getByRole('link', { name: /^Northlight Sync/ })).toBeHidden();

  await filters.getByText('Narrow the results').click();

  await expect(filters.getByRole('link', { name: /^Northlight Sync/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the filters are links with counts too', async ({ page }) => {
    await page.goto('/search/?q=password');
    await page.getByRole('link', { name: /^Northlight Sync \d+$/ }).click();
    await expect(page).toHaveURL('/search/?q=password&product=sync');
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(page.locator('.result .about').filter({ hasText: 'Northlight Mini' })).toHaveCount(0);

    await page.getByRole('link', { name: 'Clear Northlight Sync' }).click();

    await expect(page).toHaveURL('/search/?q=password');
  });

  test('limits that leave nothing say what they hide', async ({ page }) => {
    await page.goto('/search/?q=fan&product=sync');

    await expect(page.getByText(/Without the limits that you chose there (is|are) \d+ articles?/)).toBeVisible();
  });
});
