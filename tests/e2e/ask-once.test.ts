import type { Page } from '@playwright/test';
import { fillForm, keysInStore, keysSentBy, writeTo } from './asked-for.ts';
import { expect, test } from './test.ts';

const ARTICLE = '/articles/restore-a-file/';

test('a double click makes one request', async ({ page }) => {
  await page.goto(ARTICLE);
  await writeTo(page, 'Clicked twice');

  await page.getByRole('button', { name: 'Send to a person' }).dblclick();

  await expect(page.getByText('Your reference is')).toBeVisible();
  expect(keysInStore('Clicked twice')).toHaveLength(1);
});

for (const [where, address] of [
  ['on a page of its own', '/talk/'],
  ['about an article', '/articles/restore-a-file/talk/'],
] as const) {
  test(`going back to the form ${where} shows that it was sent`, async ({ page }) => {
    await page.goto(address);
    const message = `Sent, then Back, ${where}`;
    await fillForm(page, message);
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByText('Your reference is')).toBeVisible();
    const reference = await page.locator('.reference').innerText();
    await page.getByRole('link', { name: 'See how it stands' }).click();
    await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible();

    await page.goBack();

    await expect(page.locator('.reference')).toHaveText(reference);
    await expect(page.getByRole('link', { name: 'See how it stands' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send to a person' })).toHaveCount(0);
    await page.reload();
    await expect(page.locator('.reference')).toHaveText(reference);
    expect(keysInStore(message)).toHaveLength(1);
  });
}

test('whoever asks something else asks anew, but not with the same words', async ({ page }) => {
  await page.goto('/talk/');
  await fillForm(page, 'The first question');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  const reference = await page.locator('.reference').innerText();
  await page.getByRole('button', { name: 'Ask something else' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Talk to a person' })).toBeFocused();
  await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue('');

  await fillForm(page, 'The first  question ');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.locator('.reference')).toHaveText(reference);
  await page.getByRole('button', { name: 'Ask something else' }).click();
  await fillForm(page, 'The second question');
  await page.getByRole('button', { name: 'Send to a person' }).click();

  await expect(page.locator('.reference')).not.toHaveText(reference);
  expect(keysInStore('The first question')).toHaveLength(1);
  expect(keysInStore('The second question')).toHaveLength(1);
});

test('the same from two tabs is one request', async ({ page, context }) => {
  const message = 'Written in two tabs';
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) {
    await tab.goto(ARTICLE);
    await writeTo(tab, message);
  }

  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Send to a person' }).click()));

  for (const tab of tabs) await expect(tab.getByText('Your reference is')).toBeVisible();
  const references = await Promise.all(tabs.map((tab) => tab.locator('.reference').innerText()));
  expect(new Set(references).size).toBe(1);
  expect(keysInStore(message)).toHaveLength(1);
});

test('a message whose answer was lost is not made twice by a reload', async ({ page, meant }) => {
  meant.push(/ERR_|^failed: POST/);
  const keys = keysSentBy(page);
  await page.goto(ARTICLE);
  await page.route('**/api/escalations', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await writeTo(page, 'The answer was lost');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByRole('heading', { name: /We kept your message here/ })).toBeVisible();
  await page.unroute('**/api/escalations');

  await page.reload();
  await page.getByRole('button', { name: 'Talk to a person' }).click();

  await expect(page.locator('.reference')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Your messages' })).toBeHidden();
  expect(keysInStore('The answer was lost')).toEqual([...new Set(keys)]);
});

test('a reader who never wrote to us loads nothing for what may wait', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));

  await page.goto(ARTICLE, { waitUntil: 'networkidle' });

  expect(scripts).not.toEqual([]);
  expect(scripts.filter((url) => /news|posting|mark-kept/.test(url.split('/').at(-1) ?? ''))).toEqual([]);
});

test('what becomes of a message is told in its form alone, and not for a moment at the head of a page', async ({
  page,
  context,
}) => {
  // From now on pages look for what became of earlier messages.
  await page.goto('/talk/');
  await fillForm(page, 'Told once, the first');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByText('Your reference is')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/');
  await page.goto(ARTICLE);
  await writeTo(page, 'Told once, the second');
  await noteInTold(page, 'what stands at its head');
  await noteInTold(other, 'what pages tell one another');
  const arrives = Promise.withResolvers<'now'>();
  await page.route('**/api/escalations', async (route) => {
    await arrives.promise;
    await route.continue();
  });
  const sent = page.waitForRequest('**/api/escalations');

  await page.getByRole('button', { name: 'Send to a person' }).click();
  await sent;
  await page.evaluate((name) => new BroadcastChannel(name).postMessage('on its way'), CHANNEL);
  await expect.poll(() => told(other)).toContain('on its way');
  expect(await told(other)).toEqual(['on its way']);
  arrives.resolve('now');
  await expect(page.getByText('Your reference is')).toBeVisible();
  await expect.poll(() => page.evaluate(isAllSeen)).toBe(true);
  await page.getByRole('button', { name: 'Ask something else' }).click();
  await expect(page.getByLabel('What happens, and what do you need?')).toBeVisible();

  expect(await told(page)).toEqual([]);
});

const CHANNEL = 'handrail-outbox';

/** Gathers `what` from now on. */
async function noteInTold(page: Page, what: 'what stands at its head' | 'what pages tell one another'): Promise<void> {
  await page.locator('[data-outbox]').evaluate(
    (notice, { channel, isAtHead }) => {
      const all: unknown[] = [];
      Reflect.set(globalThis, 'told', all);
      if (isAtHead)
        new MutationObserver(() => all.push(notice.textContent)).observe(notice, { childList: true, subtree: true });
      else new BroadcastChannel(channel).onmessage = ({ data }) => all.push(data);
    },
    { channel: CHANNEL, isAtHead: what === 'what stands at its head' },
  );
}

function told(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(globalThis, 'told') as unknown);
}

/** Whether this browser knows that its reader has seen what became of each message. */
async function isAllSeen(): Promise<boolean> {
  const opening = indexedDB.open('handrail-outbox');
  const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  const all = database.transaction('messages').objectStore('messages').getAll();
  const messages = await new Promise<{ state: { isSeen?: boolean } }[]>(
    (resolve) => (all.onsuccess = () => resolve(all.result)),
  );
  database.close();
  return messages.every(({ state }) => state.isSeen === true);
}
