import { expect, test } from './test.ts';

test('with nothing found the ways on are shown, and the searches go along to a person', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('qqzzqq');
  await expect(
    page.getByText('Nothing matches “qqzzqq”. Enter leads to other ways to get help.').first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('status')).toContainText('Nothing matches “qqzzqq”.');
  await expect(results.getByRole('link', { name: 'Files and backup' })).toBeVisible();
  await expect(results.getByRole('link', { name: '+44 1632 960150' })).toBeVisible();
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('zzqqzz');
  await page.keyboard.press('Enter');
  await expect(results.getByRole('status')).toContainText('Nothing matches “zzqqzz”.');
  // A combobox is what the script makes of the field; a reader who is faster than the script is not followed.
  await expect(page.getByRole('combobox', { name: 'What do you need?' })).toHaveValue('zzqqzz');

  await results.getByRole('link', { name: 'Talk to a person' }).click();

  await expect(page.getByText('You searched for “qqzzqq” (nothing found), “zzqqzz” (nothing found).')).toBeVisible();
  await page.getByLabel('What happens, and what do you need?').fill('It is not in the articles.');
  await page.getByLabel('Your name').fill('A customer');
  await page.getByLabel('Your e-mail address').fill('customer@example.com');
  const request = page.waitForRequest('**/api/escalations');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  const { packet } = (await request).postDataJSON() as { packet: { searches: unknown[] } };
  expect(packet.searches).toEqual([
    { query: 'qqzzqq', results: 0 },
    { query: 'zzqqzz', results: 0 },
  ]);
});

test('what was searched for goes along from an article too', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('deleted file');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\//);
  await expect(page.getByRole('combobox', { name: 'What do you need?' })).toHaveValue('deleted file');
  await page.getByRole('link', { name: 'Get back an earlier copy of a file, or a deleted one' }).first().click();

  await page.getByRole('button', { name: 'Talk to a person' }).click();

  await expect(page.getByText(/You searched for “deleted file” \(\d+ results\)/)).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search that led nowhere goes along to a person, and can be struck out', async ({ page }) => {
    await page.goto('/search/?q=qqzzqq');
    await expect(page.getByText('Nothing matches “qqzzqq”.')).toBeVisible();

    await page.getByRole('main').getByRole('link', { name: 'Talk to a person' }).click();

    await expect(page.getByRole('checkbox', { name: 'You searched for “qqzzqq” (nothing found).' })).toBeChecked();
    await page.getByLabel('What happens, and what do you need?').fill('It is not in the articles.');
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your e-mail address').fill('customer@example.com');
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByText('You searched for “qqzzqq” (nothing found).')).toBeVisible();
  });
});
