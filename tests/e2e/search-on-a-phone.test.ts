import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

for (const address of ['/', '/articles/restore-a-file/', '/search/']) {
  test(`on ${address} the answers are within what can be seen, and large enough for a thumb`, async ({ page }) => {
    await page.goto(address);

    await tapAndType(page, 'password');

    const popup = await page.locator('[data-popup]:visible').boundingBox();
    expect(popup?.x).toBeGreaterThanOrEqual(0);
    expect((popup?.x ?? 0) + (popup?.width ?? 0)).toBeLessThanOrEqual(360);
    expect((popup?.y ?? 0) + (popup?.height ?? 0)).toBeLessThanOrEqual(640);
    const heights = await page
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => option.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
}

test('each answer is seen whole or is below, and cut through nowhere', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  await tapAndType(page, 'password');

  const edge = await page.getByRole('listbox').evaluate((list) => list.getBoundingClientRect().bottom);
  const answers = await page.getByRole('option').evaluateAll((options) =>
    options.map((option) => {
      const { top, bottom } = option.getBoundingClientRect();
      return { top, bottom };
    }),
  );
  const seen = answers.filter(({ bottom }) => bottom <= edge + 1);
  expect(seen.length).toBeGreaterThanOrEqual(2);
  expect(seen.length).toBeLessThan(answers.length);
  expect(answers.filter(({ top, bottom }) => top < edge - 1 && bottom > edge + 1)).toEqual([]);
});

test('above the keyboard there is room for answers, wherever the field stood', async ({ page }) => {
  await page.goto('/');
  await tapAndType(page, 'password');

  // What is left of the screen when the keyboard is there.
  await page.setViewportSize({ width: 360, height: 330 });

  await expect
    .poll(async () => {
      const popup = await page.locator('[data-popup]:visible').boundingBox();
      return (popup?.y ?? 0) + (popup?.height ?? 0);
    })
    .toBeLessThanOrEqual(330);
  await expect(page.getByRole('combobox', { name: 'What do you need?' })).toBeInViewport();
  await expect(page.getByRole('option').first()).toBeInViewport();
});

test('nothing is said of keys, neither shown nor read aloud', async ({ page }) => {
  await page.clock.install();
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).tap();
  await page.keyboard.type('pritner');
  await expect(page.getByText('Searched for printer.', { exact: true })).toBeVisible();

  await page.clock.runFor(2_000);

  await expect(page.locator('form[data-search-box] [role="status"]')).toHaveText(
    /^\d+ articles for “pritner” Searched for printer\.$/,
  );
  await page.keyboard.type('qqzz');
  await expect(page.locator('[data-hint] span')).toHaveText(/^Nothing matches “[a-z]+”\.$/);
});

test('an answer that is touched opens', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).tap();
  await page.keyboard.type('printer');

  await page.getByRole('option', { name: 'The computer does not find my printer' }).tap();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The computer does not find my printer');
});

/** All at once, as a keyboard that guesses words does: after letter by letter the answers would still change. */
async function tapAndType(page: Page, query: string): Promise<void> {
  const box = page.getByRole('combobox', { name: 'What do you need?' });
  await box.tap();
  await box.fill(query);
  await expect(page.getByRole('option').first()).toBeVisible();
}
