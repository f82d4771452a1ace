import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { liveArticles } from '../../src/articles/live-articles.ts';
import { readContent } from '../../src/articles/read-content.ts';
import type { LiveText } from '../../src/insights/live-article.ts';
import { findingsOn } from './access/engines.ts';
import { signedIn } from './members.ts';
import { asked, team } from './requests.ts';
import { siteDatabase } from './site-database.ts';
import { expect, test } from './test.ts';

const SLUG = 'computer-is-hot-or-loud';
const TITLE = 'Why is my computer hot or loud?';
const FILE = 'content/articles/mini/computer-is-hot-or-loud.mdx';
const COMMENT = '<img src=x onerror=alert(1)> The fan is still loud, write to jo@example.com';
/** What was counted for a period before is not shown, so no other test of this store asks for 7 or for 90 days. */
const ADDRESS = '/desk/insights/?days=7';

// What happened is put into the store once, before the page is asked for, which counts once a minute.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  const article = liveArticles(await readContent('content')).find(({ slug }) => slug === SLUG);
  const [text] = article?.texts ?? [];
  if (!text) throw new Error(`There is no article ${SLUG} any more.`);
  voteAgainst(text);
  const { reference } = await asked('My fan is loud.');
  await team(reference, {
    kind: 'resolved',
    outcome: 'article-wrong',
    article: SLUG,
    heading: 'What is normal',
    why: 'The amber light blinks five times by now.',
  });
});

test('a writer sees first what fails most surely, why, and what to do in which file', async ({ page }) => {
  await signedIn(page, 'writer');

  await page.goto(ADDRESS);

  const failing = page.getByRole('region', { name: 'Articles that surely fail their readers' });
  const first = failing.getByRole('listitem').filter({ has: page.getByRole('heading', { name: TITLE }) });
  await expect(first).toContainText('surely at least 91 % not helped');
  await expect(first).toContainText('40 of 40 say no');
  await expect(first).toContainText('40 × It is out of date');
  await expect(first).toContainText('Nobody voted on the other 8 pages');
  await expect(first).toContainText(`Hold it against the product as it is today`);
  await expect(first.getByText(`${FILE}:`)).toContainText(/\.mdx:\d+$/);
  await expect(first.getByRole('link', { name: TITLE })).toHaveAttribute(
    'href',
    /^\/articles\/computer-is-hot-or-loud\//,
  );
  const faults = page.getByRole('region', { name: 'Requests that an article could have spared' });
  await expect(faults.getByRole('heading', { name: `${TITLE} under “What is normal”` })).toBeVisible();
});

test('comments of readers are text, and say nothing of who wrote them', async ({ page }) => {
  await signedIn(page, 'writer');
  await page.goto(ADDRESS);

  await page.getByText('5 comments').click();

  await expect(page.getByText('<img src=x onerror=alert(1)> The fan is still loud').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('jo@example.com');
  await expect(page.locator('main')).not.toContainText('A customer');
  await expect(page.locator('main')).not.toContainText('My fan is loud.');
});

test('pictures are tables as well, and are reached and opened by keyboard', async ({ page }) => {
  await signedIn(page, 'writer');
  await page.goto(ADDRESS);
  const weeks = page.getByRole('region', { name: 'Week by week' });
  await expect(weeks.getByRole('img', { name: 'Readers who went without a person' })).toBeVisible();

  await weeks.getByRole('group', { name: 'Readers who went without a person', exact: true }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  const table = weeks.getByRole('table', { name: /^Readers who went without a person/ });
  await expect(table.getByRole('columnheader').first()).toHaveText('Week from');
  await expect(table.getByRole('row').last()).toContainText('%');
});

test('all of it can be had as a table, for the period that is shown', async ({ page }) => {
  await signedIn(page, 'agent');
  await page.goto(ADDRESS);
  await expect(page.getByRole('link', { name: '7 days' })).toHaveAttribute('aria-current', 'page');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All of it as a table' }).click();

  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^insights-\d{4}-\d{2}-\d{2}-7-days\.csv$/);
  const answer = await page.context().request.get('/desk/insights/csv/?days=7');
  expect(answer.headers()).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
  expect(await answer.text()).toMatch(/^"about","what","article",.*\r\n"fails","readers say no",/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is whole, and another period is one click away', async ({ page }) => {
    await signedIn(page, 'writer');
    await page.goto(ADDRESS);

    await page.getByRole('link', { name: '90 days' }).click();

    await expect(page).toHaveURL(/\/desk\/insights\/\?days=90$/);
    await expect(page.getByRole('link', { name: '90 days' })).toHaveAttribute('aria-current', 'page');
    // Votes count whatever the period is, and requests only within it.
    const faults = page.getByRole('region', { name: 'Requests that an article could have spared' });
    await expect(faults.getByRole('heading', { name: `${TITLE} under “What is normal”` })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing, open or folded, and nothing is wider than the screen', async ({ page }) => {
      await signedIn(page, 'admin');
      await page.goto(ADDRESS);

      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await violations(page), `${width}, folded`).toEqual([]);
        await unfold(page, true);
        expect.soft(await violations(page), `${width}, open`).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await unfold(page, false);
      }
    });
  });
}

test('neither engine finds anything in what is drawn and told of votes', async ({ page }) => {
  test.setTimeout(240_000);
  await signedIn(page, 'admin');
  await page.goto(ADDRESS);
  await expect(page.getByText('Week by week').first()).toBeVisible();

  expect(await findingsOn(page)).toEqual([]);
});

function unfold(page: Page, open: boolean): Promise<void> {
  return page.evaluate((isOpen) => {
    for (const details of document.querySelectorAll('details')) details.open = isOpen;
  }, open);
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Forty readers say no; through the front door that would be a flood. */
function voteAgainst({ contentHash, readers }: LiveText): void {
  using database = siteDatabase();
  const insert = database.prepare(
    `insert or ignore into votes
      (id, article, version, audience, helpful, reasons, comment, reader, content_hash, created_at, changed_at)
      values (?, ?, ?, ?, 0, '["out-of-date"]', ?, ?, ?, ?, ?)`,
  );
  const at = Temporal.Now.instant().subtract({ hours: 1 }).toString({ smallestUnit: 'millisecond' });
  const [reader] = readers;
  for (let index = 0; index < 40; index++) {
    const id = `fails-readers-${index}`;
    const comment = index < 8 ? COMMENT : null;
    insert.run(id, SLUG, reader?.version ?? null, reader?.audience ?? null, comment, id, contentHash, at, at);
  }
}
