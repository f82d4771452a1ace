import { expect, test } from './test.ts';

test.use({ colorScheme: 'dark', viewport: { width: 794, height: 1123 } });

test('an article prints as a clean sheet: what it says and where it is, and nothing to click', async ({
  page,
  baseURL,
}) => {
  await page.goto('/articles/restore-a-file/');
  await page.getByRole('checkbox').first().check();
  const toClick = [
    page.getByRole('combobox').first(),
    page.getByRole('navigation').first(),
    page.getByRole('link', { name: 'Talk to a person' }).first(),
  ];
  for (const each of toClick) await expect(each).toBeVisible();

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^For Sync 5\s· at home\s· checked 2\sNovember\s2026/)).toBeVisible();
  await expect(page.getByText(`${baseURL}/articles/restore-a-file/`, { exact: true })).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Talk to a person' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: '+44 1632 960150' })).toBeVisible();
});

test('on paper steps have empty boxes, choices their answers, and a film its words', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');
  const box = page.getByRole('checkbox').first();
  await box.check();
  await expect(page.getByRole('link', { name: /^Watch it/ })).toBeVisible();

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

  const tick = await box.evaluate((input) => getComputedStyle(input, '::before').display);
  expect(tick).toBe('none');
  expect(await box.evaluate((input) => getComputedStyle(input).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
  await expect(page.getByText('Sync 5 takes a copy every 15 minutes while a file changes.')).toBeVisible();
  await expect(page.getByText('Each line is one copy, the newest first.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Watch it/ })).toHaveCount(0);
});

test('on paper nothing looks as if it could be unfolded', async ({ page }) => {
  await page.goto('/articles/restore-a-file/4.2/');

  await page.emulateMedia({ media: 'print' });

  const signs = page.locator('.unfolds:not(:has(.sign)), .sign');
  const shown = await signs.evaluateAll((all) => all.map((sign) => getComputedStyle(sign, '::after').display));
  expect(new Set(shown)).toEqual(new Set(['none']));
});

test('paper is white and ink is black, whatever the screen shows', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

  const shades = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return { color, backgroundColor };
  });
  expect(shades).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
});

test('no step is torn apart by the end of a page, and no heading stands alone at one', async ({ page }) => {
  await page.goto('/articles/computer-will-not-start/');

  await page.emulateMedia({ media: 'print' });

  const steps = await page.locator('.steps > ol > li').evaluateAll(breaks, 'break-inside');
  const headings = await page.locator('main :is(h1, h2)').evaluateAll(breaks, 'break-after');
  expect(steps.length).toBeGreaterThan(1);
  expect(headings.length).toBeGreaterThan(1);
  expect(new Set([...steps, ...headings])).toEqual(new Set(['avoid']));
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
});

test('what was found prints without what narrows it', async ({ page }) => {
  await page.goto('/search/?q=printer');
  await expect(page.getByRole('combobox').first()).toBeVisible();
  await expect(page.locator('[data-search-filters]')).toBeVisible();

  await page.emulateMedia({ media: 'print' });

  await expect(page.getByRole('link', { name: 'The computer does not find my printer' })).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await expect(page.locator('[data-search-filters]')).toBeHidden();
});

function breaks(elements: Element[], side: string): string[] {
  return elements.map((element) => getComputedStyle(element).getPropertyValue(side));
}
