import { expect, openAndKeep, searchAndKeep, test, untilIndexKept } from './line.ts';

const ARTICLE = '/articles/restore-a-file/';

test('search finds without a connection what it would find with one, also what was never searched', async ({
  page,
  line,
}) => {
  await openAndKeep(page, ARTICLE);
  await searchAndKeep(page);
  line.state = 'down';

  await page.goto('/search/?q=why+does+it+say+disk+full+when+I+delete+things');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toContainText(
    'Why does Sync say the disk is full when I delete things?',
  );
  await expect(page.getByText('Search looks through what this browser has kept.')).toBeVisible();
});

test('search works without a connection also where the server answered the first one', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  await page.goto('/search/?q=wifi');
  await untilIndexKept(page);
  line.state = 'down';

  await page.goto('/search/?q=printer');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toContainText(/printer/i);
});

test('where a search is the first page that is opened, search works without a connection', async ({ page, line }) => {
  await page.goto('/search/?q=wifi');
  await untilIndexKept(page);
  line.state = 'down';

  await page.goto('/search/?q=printer');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toContainText(/printer/i);
});

test('where results come from a server elsewhere, search stays on this site without a connection', async ({
  page,
  context,
}) => {
  await openAndKeep(page, ARTICLE);
  const box = await searchAndKeep(page);
  await page.getByRole('search').evaluate((form) => form.setAttribute('action', 'https://elsewhere.example/search/'));
  await context.setOffline(true);

  await box.fill('password');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/search\/\?q=password/);
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
});
