import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test.ts';

const PAGES = {
  home: '/',
  topic: '/topics/files/',
  product: '/products/sync/',
  'article with steps': '/articles/restore-a-file/',
  'article with choices': '/articles/computer-will-not-start/',
  'article with tables': '/articles/ports-and-limits/',
  'article for an ended version': '/articles/restore-a-file/3/',
  search: '/search/',
  'search with answers': '/search/?q=printer',
  'search without answers': '/search/?q=zzzzqqq',
  'in the place of a page that was not kept': '/offline/',
  form: '/articles/restore-a-file/talk/',
  'vote page': '/articles/restore-a-file/voted/?helpful=false&contentHash=0123456789abcdef&reader=0123456789',
  'nothing here': '/no-such-page/',
  'no such request': '/requests/nobody-knows-this/',
};

const WIDTHS = [360, 1280];

for (const [kind, address] of Object.entries(PAGES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${kind}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('axe finds nothing, and nothing is wider than the screen', async ({ page, meant }) => {
        meant.push(/status of 404/);
        await page.goto(address);

        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect
            .soft(violations.map(({ id, nodes }) => `${width} ${id}: ${nodes.map(({ html }) => html).join(' ')}`))
            .toEqual([]);
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      });
    });
  }
}

test('at 320 pixels an article needs no sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });

  await page.goto('/articles/ports-and-limits/');

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('the form to a person, with and without its errors, passes axe', async ({ page, meant }) => {
  meant.push(/status of 422/);
  await page.goto('/articles/restore-a-file/');
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByRole('alert')).toBeFocused();

  const { violations } = await new AxeBuilder({ page }).include('.did-this-help').analyze();

  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
