import type { BrowserContext, Page } from '@playwright/test';
import { keysInStore, keysSentBy, writeTo } from './asked-for.ts';
import { expect, openAndKeep, test, UNSENT } from './line.ts';

const ARTICLE = '/articles/restore-a-file/';
const OTHER = '/articles/share-a-folder/';

test.use({ meant: UNSENT });

test('a message outlives its page: the next visit sends it, and says so until that was seen', async ({
  page,
  context,
  line,
}) => {
  await page.goto(ARTICLE);
  await writeTo(page, 'Closed before it was sent');
  const keys = keysSentBy(page);
  line.state = 'down';
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(
    page.getByRole('heading', { name: 'Our server does not reply. We kept your message here.' }),
  ).toBeVisible();
  await page.close();
  line.state = 'up';

  const next = await context.newPage();
  await next.goto(OTHER);

  const yours = next.getByRole('complementary', { name: 'Your messages' });
  // Where midnight came in between, the day is named too.
  await expect(yours).toContainText(
    /^Your message of (\w+ )?\d\d:\d\d has been sent\. Your reference is \w{4}-\w{4}\./,
  );
  expect(keysInStore('Closed before it was sent')).toEqual([...new Set(keys)]);
  await next.goto('/');
  await expect(yours.getByRole('link', { name: 'Your status page' })).toHaveAttribute('href', /\/requests\//);
  await yours.getByRole('button', { name: 'Hide this' }).click();
  await expect(yours).toBeHidden();
  await next.reload();
  await expect(next.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(yours).toBeHidden();
});

test('with all pages closed, the browser sends it by itself', async ({ page, context, line }) => {
  await openAndKeep(page, ARTICLE);
  await writeTo(page, 'Sent in the background');
  line.state = 'down';
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByText('You can close this page: this browser sends it by itself.')).toBeVisible();
  await page.goto('about:blank');
  line.state = 'up';

  await haveBrowserSync(context, page, line.origin);

  await expect.poll(() => keysInStore('Sent in the background').length).toBe(1);
});

test('the page in the place of one that was not kept says that a message waits, and shows it', async ({
  page,
  line,
}) => {
  await openAndKeep(page, ARTICLE);
  await writeTo(page, 'Waits behind a page that was not kept');
  line.state = 'down';
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByRole('heading', { name: /We kept your message here/ })).toBeVisible();

  await page.goto(OTHER);

  const yours = page.getByRole('complementary', { name: 'Your messages' });
  await expect(yours).toContainText('is kept here: our server has not replied yet.');
  await yours.getByText('What you wrote').click();
  await expect(yours.getByText('Waits behind a page that was not kept')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be reached just now');
});

// Only Chromium has Background Sync; elsewhere, and where a site does not work offline, the pages do it alone.
test.describe('without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a message that is turned down later comes back to its reader with all its words', async ({ page, line }) => {
    await page.goto(ARTICLE);
    await writeTo(page, 'Turned down later');
    line.state = 'down';
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByRole('heading', { name: /We kept your message here/ })).toBeVisible();
    await page.goto('about:blank');
    line.state = 'up';
    const turnDown = { errors: [{ field: 'name', problem: 'This name is too long.', fix: 'Shorten it.' }] };
    await page.route('**/api/escalations', (route) => route.fulfill({ status: 422, json: turnDown }), { times: 1 });
    await page.goto(OTHER);
    const yours = page.getByRole('complementary', { name: 'Your messages' });
    await expect(yours).toContainText('could not be taken as it stands, so it is still here. This name is too long.');
    await expect(yours.getByRole('link', { name: 'help@northlight.example' })).toHaveAttribute('href', /Turned%20down/);

    await yours.getByRole('link', { name: 'Mend it and send it' }).click();
    await expect(page.getByRole('alert')).toContainText('This name is too long.');
    await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('This name is too long. Shorten it.');
    await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue('Turned down later');
    await expect(yours).toBeHidden();
    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(page.getByText('Your reference is')).toBeVisible();
    expect(keysInStore('Turned down later')).toHaveLength(1);
  });

  test('a page that is closed in the middle of the first try loses nothing', async ({ page, context, line }) => {
    await page.goto(ARTICLE);
    await writeTo(page, 'Closed in the middle');
    line.state = 'held';
    const begun = page.waitForRequest('**/api/escalations');
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await begun;
    await page.close();
    line.state = 'up';

    const next = await context.newPage();
    await next.goto(OTHER);

    await expect(next.getByRole('complementary', { name: 'Your messages' })).toContainText('has been sent.');
    expect(keysInStore('Closed in the middle')).toHaveLength(1);
  });
});

/** What Chromium does by itself once it believes to be online; in tests it never believes otherwise. */
async function haveBrowserSync(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const registrations = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registrations;
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin,
    registrationId,
    tag: 'handrail-outbox',
    lastChance: false,
  });
}
