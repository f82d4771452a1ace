import AxeBuilder from '@axe-core/playwright';
import { expect, openAndKeep, test } from './line.ts';

const ARTICLE = '/articles/restore-a-file/';
const TITLE = 'Get back an earlier copy of a file, or a deleted one';

test('an article that was read can be read again without a connection, and says from when it is', async ({
  page,
  context,
}) => {
  await openAndKeep(page, ARTICLE);
  await context.setOffline(true);

  await page.goto(ARTICLE);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByText(/^You are offline\. This is the copy from \d+ \w+ 20\d\d, \d\d:\d\d\.$/)).toBeVisible();
});

test('with our server gone, the reader is not told to be offline, and can ask for the newest copy', async ({
  page,
  line,
}) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'down';
  await page.goto(ARTICLE);
  await expect(page.getByText(/^We cannot be reached just now\. This is the copy from /)).toBeVisible();
  line.state = 'up';

  await page.getByRole('link', { name: 'Load the newest copy' }).click();

  await expect(page.getByText(/This is the copy from/)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('a page that was not read says so, lists what can be read, and names the ways to a person', async ({
  page,
  line,
}) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'down';

  await page.goto('/articles/share-a-folder/');

  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be reached just now');
  await expect(main.getByRole('link', { name: '+44 1632 960150' })).toHaveAttribute('href', 'tel:+441632960150');
  await expect(main.getByRole('link', { name: 'help@northlight.example' })).toBeVisible();
  await main.getByRole('link', { name: TITLE }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('the form for a person, where it cannot be reached, names the other ways', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'down';

  await page.getByRole('banner').getByRole('link', { name: 'Talk to a person' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be reached just now');
  await expect(page.getByRole('main').getByRole('link', { name: '+44 1632 960150' })).toBeVisible();
});

test('the home page is there though it was never opened', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'down';

  await page.getByRole('link', { name: 'Northlight Help' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Northlight');
});

test('"Did this answer your question?" can still be touched in a copy', async ({ page, line, meant }) => {
  meant.push(/^failed: POST .*\/api\/votes$/);
  await openAndKeep(page, ARTICLE);
  line.state = 'down';
  await page.goto(ARTICLE);

  await page.getByRole('button', { name: 'No', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'Then let us find out what is missing' })).toBeVisible();
  await expect(page).toHaveURL(ARTICLE);
});

test('a vote without a connection is kept, and sent when the line is back', async ({ page, context, meant }) => {
  meant.push(/^failed: POST .*\/api\/votes$/);
  await openAndKeep(page, ARTICLE);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(
    page.getByText('You are offline. We kept your answer here and will send it when you are back.'),
  ).toBeVisible();
  const voted = page.waitForResponse('**/api/votes');

  await context.setOffline(false);

  expect((await voted).status()).toBe(201);
  await expect(page.getByText('Your answer has been sent now.')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('handrail-votes'))).toBeNull();
});

test('a vote that was kept is sent from whichever page is opened next', async ({ page, line, meant }) => {
  meant.push(/^failed: POST .*\/api\/votes$/);
  await openAndKeep(page, ARTICLE);
  line.state = 'down';
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText('Our server does not reply. We kept your answer here')).toBeVisible();
  line.state = 'up';
  const voted = page.waitForResponse('**/api/votes');

  await page.goto('/');

  expect((await voted).status()).toBe(201);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('handrail-votes'))).toBeNull();
});

test('a copy, and the page in the place of one, can be used by everybody', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'down';

  for (const address of [ARTICLE, '/articles/share-a-folder/']) {
    await page.goto(address);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});

test('on a line that has stalled, the copy comes after three seconds', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'held';

  await page.goto(ARTICLE);

  await expect(page.getByText(/^The connection is slow just now\. This is the copy from /)).toBeVisible();
});

test('where a gateway says that our server is away, the copy is shown', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'bad-gateway';

  await page.goto(ARTICLE);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('an answer that breaks off half-way does not take the place of the copy', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  line.state = 'cut';
  await page.goto(ARTICLE).catch(() => undefined);
  line.state = 'down';

  await page.goto(ARTICLE);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByRole('contentinfo')).toBeVisible();
});
