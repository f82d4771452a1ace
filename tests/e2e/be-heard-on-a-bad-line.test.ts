import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { keysInStore, keysSentBy, writeTo } from './asked-for.ts';
import { expect, openAndKeep, test, UNSENT } from './line.ts';
import { stopTheClock } from './stopped-clock.ts';

const ARTICLE = '/articles/restore-a-file/';
const OTHER = '/articles/share-a-folder/';
/** A browser may say that it is online before it is: where a third try fails at that, the next is up to 16 s away. */
const ONCE_BACK = { timeout: 30_000 };

test.use({ meant: UNSENT });

test('a message that is written offline is kept, and is one request when the connection is back', async ({
  page,
  context,
}) => {
  await page.goto(ARTICLE);
  await writeTo(page, 'Offline, then back');
  const keys = keysSentBy(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByRole('heading', { name: 'You are offline. We kept your message here.' })).toBeFocused();
  const kept = page.getByRole('region', { name: 'We kept your message here' });
  await expect(kept).toContainText('We will send it when you are back. Nothing else to do.');
  await expect(kept.getByRole('link', { name: '+44 1632 960150' })).toBeVisible();
  await expect(kept.getByRole('link', { name: 'help@northlight.example' })).toHaveAttribute(
    'href',
    /Offline%2C%20then%20back/,
  );
  expect(keysInStore('Offline, then back')).toEqual([]);

  await context.setOffline(false);

  await expect(page.getByText('Your reference is')).toBeVisible(ONCE_BACK);
  expect(keysInStore('Offline, then back')).toEqual([...new Set(keys)]);
});

test('what a message lacks is said at once without a connection, and only a whole one is kept', async ({
  page,
  context,
}) => {
  await page.goto(ARTICLE);
  await writeTo(page, 'Offline, without an address');
  await page.getByLabel('Your e-mail address').fill('');
  const keys = keysSentBy(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('We have no address to answer to.');
  await expect(page.getByLabel('Your e-mail address')).toHaveAccessibleDescription(
    /We have no address to answer to\. Write your e-mail address/,
  );
  await expect(page.getByText('We kept your message here')).toBeHidden();
  expect(keys).toEqual([]);
  await page.getByLabel('Your e-mail address').fill('customer@example.com');

  await page.getByRole('button', { name: 'Send to a person' }).click();

  await expect(page.getByRole('heading', { name: 'You are offline. We kept your message here.' })).toBeFocused();
  await context.setOffline(false);
  await expect(page.getByText('Your reference is')).toBeVisible(ONCE_BACK);
  expect(keysInStore('Offline, without an address')).toEqual([...new Set(keys)]);
});

test('while our server cannot take anything, the message is kept, and sent once it can', async ({ page, line }) => {
  // Nothing is tried again by itself.
  await stopTheClock(page);
  await page.goto(ARTICLE);
  await writeTo(page, 'Sent after a while');
  line.state = 'bad-gateway';
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByText('That is our fault. We will send it as soon as the server replies.')).toBeVisible();
  line.state = 'up';

  await page.getByRole('button', { name: 'Try now' }).click();

  await expect(page.getByText('Your reference is')).toBeVisible();
  expect(keysInStore('Sent after a while')).toHaveLength(1);
});

for (const [why, forbid] of [
  [
    'forbids to keep anything',
    () => {
      const forbidden = () => {
        throw new DOMException('', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'indexedDB', { get: forbidden });
    },
  ],
  [
    'has no room left',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    },
  ],
  [
    'never answers whether it keeps anything',
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  ],
] as const) {
  test(`where the browser ${why}, the reader is told, and the text stays in the form`, async ({ page, line }) => {
    const message = `The browser ${why}`;
    await page.addInitScript(forbid);
    await page.goto(ARTICLE);
    await writeTo(page, message);
    line.state = 'down';

    await page.getByRole('button', { name: 'Send to a person' }).click();

    const alert = page.getByRole('alert');
    await expect(alert).toBeFocused();
    await expect(alert).toContainText('Your text is still here, but this browser does not let us keep it for you.');
    await expect(alert.getByRole('link', { name: '+44 1632 960150' })).toBeVisible();
    await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue(message);
    line.state = 'up';
    await page.reload();
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByText('Your reference is')).toBeVisible();
    expect(keysInStore(message)).toHaveLength(1);
  });
}

test('who reads a copy without a connection can write to us as well', async ({ page, context }) => {
  await openAndKeep(page, ARTICLE);
  await context.setOffline(true);
  await page.goto(ARTICLE);
  await writeTo(page, 'Written in a copy');
  await expect(page.getByText('A person answers within our support hours.')).toBeVisible();
  await page.getByRole('button', { name: 'Send to a person' }).click();
  // A page that comes while the browser is told to be offline may not have heard of it.
  await expect(page.getByRole('heading', { name: /We kept your message here/ })).toBeFocused();

  await context.setOffline(false);

  await expect(page.getByText('Your reference is')).toBeVisible(ONCE_BACK);
  expect(keysInStore('Written in a copy')).toHaveLength(1);
});

test('two tabs that are back at once send what waits once', async ({ page, context }) => {
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) {
    await tab.goto(ARTICLE);
    await writeTo(tab, 'Waits in two tabs');
  }
  await context.setOffline(true);
  for (const tab of tabs) {
    await tab.bringToFront();
    await tab.getByRole('button', { name: 'Send to a person' }).click();
    await expect(tab.getByRole('heading', { name: 'You are offline. We kept your message here.' })).toBeVisible();
  }

  await context.setOffline(false);

  for (const tab of tabs) await expect(tab.getByText('Your reference is')).toBeVisible(ONCE_BACK);
  expect(keysInStore('Waits in two tabs')).toHaveLength(1);
});

test('all of it is reached by keyboard, passes axe, and fits a small screen', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await writeTo(page, 'By keyboard');
  line.state = 'down';
  await page.getByRole('button', { name: 'Send to a person' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /We kept your message here/ })).toBeFocused();

  await expectSound(page);
  for (const name of ['Try now', 'Change it', 'Take it back', 'Ask something else']) {
    const button = page.getByRole('button', { name });
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return button.evaluate((element) => element === document.activeElement);
      })
      .toBe(true);
  }
  await page.goto('about:blank');
  line.state = 'up';
  await page.route('**/api/escalations', (route) => route.fulfill({ status: 503, json: { errors: [] } }));
  await page.goto(OTHER);
  await expect(page.getByRole('complementary', { name: 'Your messages' })).toBeVisible();
  await expectSound(page);
});

// Only Chromium has Background Sync; elsewhere, and where a site does not work offline, the pages do it alone.
test.describe('without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('it is tried again by itself, without a sign from the browser', async ({ page, line }) => {
    await page.goto(ARTICLE);
    await writeTo(page, 'Tried again by itself');
    line.state = 'bad-gateway';
    const refused = page.waitForResponse('**/api/escalations');
    await page.getByRole('button', { name: 'Send to a person' }).click();
    expect((await refused).status()).toBe(502);

    // Each time that it fails, the next try is further away.
    line.state = 'up';

    await expect(page.getByText('Your reference is')).toBeVisible();
  });
});

async function expectSound(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}
