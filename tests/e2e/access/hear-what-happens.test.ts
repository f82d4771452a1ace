import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

/** Places from which something is said, on one page of each kind that has any. */
const PLACES = {
  '/': 1,
  '/search/': 2,
  '/articles/restore-a-file/': 4,
  '/articles/share-a-folder/': 3,
} as const;

for (const [address, count] of Object.entries(PLACES)) {
  test(`on ${address} what says something later is there from the start, and empty`, async ({ request }) => {
    const html = await (await request.get(address)).text();

    const places = [...html.matchAll(/<(\w+)[^>]*\srole="status"[^>]*>([^]*?)<\/\1>/g)];

    expect(places.length).toBeGreaterThanOrEqual(count);
    expect(places.map(([, , words = '']) => words.replaceAll(/<[^>]*>/g, '').trim()).filter(Boolean)).toEqual([]);
  });
}

test('thanks, and what goes on, are said from a place that was there before', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');
  await listen(page);

  await page.getByRole('button', { name: 'Yes', exact: true }).click();

  await expect.poll(() => heard(page)).toContain('It helps the writers to know that this works.');
});

test('while a message is on its way that is said, and the place of what comes of it takes the focus', async ({
  page,
}) => {
  await page.goto('/talk/');
  await page.getByLabel('What happens, and what do you need?').fill('The fan is loud.');
  await page.getByLabel('Your name').fill('A reader');
  await page.getByLabel('Your e-mail address').fill('listening@example.com');
  await page.getByLabel('Your name').press('Tab');
  await listen(page);

  await page.getByRole('button', { name: 'Send to a person' }).click();

  await expect(page.getByText('Your reference is')).toBeVisible();
  expect((await heard(page)).join(' ')).toMatch(/Sending|Checking/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

/** Notes what is put into the live places that the page has now, as a screen reader does. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    for (const place of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
      new MutationObserver(() => said.push(place.textContent.trim())).observe(place, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
}

function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}
