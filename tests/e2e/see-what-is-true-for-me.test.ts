import { expect, test } from './test.ts';

test('a reader on Sync 4.2 chooses it once, and links, search and later articles follow', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');
  await page.getByText('For Sync 5').click();
  await page.getByRole('link', { name: 'Sync 4.2', exact: true }).click();

  await expect(page).toHaveURL('/articles/restore-a-file/4.2/');
  await expect(page.locator('.body .step').getByText('Choose More, the three dots')).toBeVisible();
  await expect(page.locator('.body')).not.toContainText('clock mark in its row');
  await expect(page.getByText('You chose Sync 4.2, at home')).toBeVisible();

  await page.getByRole('link', { name: 'How long does Sync keep earlier copies of my files?' }).first().click();
  await expect(page).toHaveURL(/\/articles\/how-snapshots-work\/4\.2\/$/);

  await page.getByRole('combobox', { name: 'What do you need?' }).fill('get back an earlier copy of a file');
  await expect(page.getByRole('option').first()).toContainText('Get back an earlier copy');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/articles/restore-a-file/4.2/');
});

test('a link from outside shows what its address says, and one touch forgets the choice', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');
  await page.getByText('For Sync 5').click();
  await page.getByRole('link', { name: 'Sync 4.2', exact: true }).click();
  await expect(page).toHaveURL('/articles/restore-a-file/4.2/');

  await page.goto('/articles/restore-a-file/');
  await expect(page.locator('.body .step').getByText('clock mark in its row')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to that page' })).toHaveAttribute(
    'href',
    '/articles/restore-a-file/4.2/for-home/',
  );
  await page.getByRole('button', { name: 'Forget my choice' }).click();
  await page.reload();

  await expect(page.getByText('You chose Sync 4.2')).toBeHidden();
});

test('someone on an old version is told what a newer one changes, and how to move on', async ({ page }) => {
  await page.goto('/articles/restore-a-file/4.2/');

  await page.getByText('What changes in Sync 5').click();

  await expect(page.getByText(/In Sync 5: Right-click the file and choose History/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Move to Sync 5' }).first()).toBeVisible();
});

test('a version past its support says so', async ({ page }) => {
  await page.goto('/articles/restore-a-file/3/');

  await expect(page.getByText(/Sync 3 is no longer supported \(since 31\sDecember\s2025\)/)).toBeVisible();
});

test('nothing that is hidden from a reader is in their page', async ({ request }) => {
  const html = await (await request.get('/articles/restore-a-file/4.2/')).text();

  const start = html.indexOf('class="prose body"');
  const body = html.slice(start, html.indexOf('did-this-help', start));
  expect(body).toContain('three dots');
  expect(body).not.toContain('clock mark');
});

test('an administrator on Sync 5 sees another cut and other steps, and a stranger with the address sees the same', async ({
  page,
  browser,
}) => {
  await page.goto('/articles/restore-a-file/4.2/');
  await expect(page.locator('.body')).toContainText('three dots');
  const homePoster = await page.locator('.body figure img').first().getAttribute('src');
  await page.getByText(/^For Sync 4\.2/).click();
  await page.getByRole('link', { name: 'Sync 5', exact: true }).click();
  await page.getByText(/^For Sync 5/).click();
  await page.getByRole('link', { name: 'For administrators', exact: true }).click();
  await page.waitForURL('/articles/restore-a-file/for-admin/');
  const adminPoster = await page.locator('.body figure img').first().getAttribute('src');
  const steps = await page.locator('.body').innerText();

  const stranger = await browser.newPage();
  await stranger.goto(page.url());

  expect(adminPoster).not.toBe(homePoster);
  expect(await stranger.locator('.body figure img').first().getAttribute('src')).toBe(adminPoster);
  expect(await stranger.locator('.body').innerText()).toBe(steps);
  await stranger.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the switcher works as links', async ({ page }) => {
    await page.goto('/articles/share-a-folder/');
    await page.getByText(/^For .* checked/).click();

    await page.getByRole('link', { name: 'For administrators' }).click();

    await expect(page).toHaveURL('/articles/share-a-folder/for-admin/');
  });
});
