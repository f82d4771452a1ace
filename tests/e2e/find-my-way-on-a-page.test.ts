import { expect, test } from './test.ts';

const PAGES = [
  '/',
  '/articles/restore-a-file/',
  '/topics/files/',
  '/products/sync/',
  '/search/?q=printer',
  '/no-such-page/',
];

test('on a phone the answer comes before the contents, which unfold', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/articles/restore-a-file/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const chapter = contents.getByRole('link', { name: 'A whole folder' });
  await expect(chapter).toBeHidden();

  await contents.getByText('On this page').last().click();

  await expect(chapter).toBeVisible();
});

test('on a wide screen the contents stand open beside the text', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto('/articles/restore-a-file/');

  const chapter = page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'A whole folder' });
  await expect(chapter).toBeVisible();
  const beside = await chapter.boundingBox();
  const text = await page.getByRole('heading', { name: 'The file is there, but wrong' }).boundingBox();
  expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThan(text?.x ?? 0);
});

test('on a wide screen the titles of all pages but the first begin on one line', async ({ page, meant }) => {
  meant.push(/status of 404/);
  await page.setViewportSize({ width: 1280, height: 800 });

  const starts = new Set<number>();
  for (const address of PAGES.slice(1)) {
    await page.goto(address);
    starts.add(Math.round((await page.getByRole('heading', { level: 1 }).boundingBox())?.x ?? 0));
  }

  expect(starts.size).toBe(1);
});

test('a finger meets every link of the foot, of the way here and of lists', async ({ page, meant }) => {
  meant.push(/status of 404/);
  await page.setViewportSize({ width: 360, height: 740 });

  for (const address of PAGES) {
    await page.goto(address);
    const small = await page
      .locator('footer a, .crumbs a, .ways > li > a')
      .evaluateAll((links) =>
        links
          .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 44)
          .map((link) => link.textContent),
      );

    expect(small, address).toEqual([]);
  }
});
