import { noteAnswered } from './search-states.ts';
import { stopTheClock } from './stopped-clock.ts';
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
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const answered = await noteAnswered(page);
  // Whatever slows the typing down would be taken for its end.
  await stopTheClock(page);
  await page.goto('/');

  for (const letter of 'pritner') {
    await page.keyboard.type(letter);
    await page.clock.runFor(60);
  }
  await expect.poll(answered).toContain('pritner');
  expect(await heard()).toEqual([]);
  await page.clock.runFor(2_000);

  expect(await heard()).toEqual([
    expect.stringMatching(/^\d+ articles for “pritner” Searched for printer\. Down arrow to choose\.$/),
  ]);
});

test('each answer has a name that tells title, for whom, and passage', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.type('bin restore tab');

  const other = page.getByRole('option', { name: /Only in Sync 3/ }).first();

  await expect(other).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Answers' })).toBeVisible();
});
