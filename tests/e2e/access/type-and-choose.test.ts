import type { Page } from '@playwright/test';
import { signedIn } from '../members.ts';
import { asked } from '../requests.ts';
import { expect, test } from '../test.ts';

test('each field that asks for something about the reader says what, so that a browser can fill it in', async ({
  page,
}) => {
  await page.goto('/talk/');
  expect(await purposes(page)).toEqual({ name: 'name', email: 'email', phone: 'tel' });

  await page.goto('/articles/incident-2026-11-slow-shared-folders/');
  expect(await purposes(page)).toEqual({ name: 'name', email: 'email', phone: 'tel' });

  await page.goto('/desk/sign-in/');
  expect((await purposes(page))['email']).toMatch(/^(username|email)/);
  await expect(page.getByLabel('Password')).toHaveAttribute('autocomplete', 'current-password');
});

test('signing in asks nobody to remember or to copy: a password can be pasted', async ({ page }) => {
  await page.goto('/desk/sign-in/');
  await page.getByLabel('E-mail address').fill('four words in a row');
  await page.getByLabel('E-mail address').press('Control+a');
  await page.getByLabel('E-mail address').press('Control+c');

  await page.getByLabel('Password').press('Control+v');

  await expect(page.getByLabel('Password')).toHaveValue('four words in a row');
});

test('what is wrong is said first, and again at each field, with what to do', async ({ page, meant }) => {
  meant.push(/status of 422/);
  await page.goto('/talk/');
  await page.getByLabel('Your e-mail address').fill('half@an address');

  await page.getByRole('button', { name: 'Send to a person' }).click();

  await expect(page.getByRole('alert')).toBeFocused();
  for (const label of ['What happens, and what do you need?', 'Your e-mail address']) {
    await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(/\w+ .*\. .*\w+/);
  }
  await expect(page.getByLabel('Your e-mail address')).toHaveValue('half@an address');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('what is said first leads to its field, and the name of that is in sight', async ({ page, meant }) => {
      meant.push(/status of 422/);
      await page.setViewportSize({ width: 360, height: 640 });
      await page.goto('/talk/');
      await page.getByRole('radio', { name: 'Call me back' }).check();
      await page.getByRole('button', { name: 'Send to a person' }).click();

      for (const [said, label] of [
        ['We have no number to call.', 'Your phone number'],
        ['Your name is missing.', 'Your name'],
      ] as const) {
        await page.getByRole('alert').getByRole('link', { name: said }).click();

        await expect(page.getByLabel(label)).toBeFocused();
        await expect(page.getByText(label, { exact: true })).toBeInViewport({ ratio: 1 });
      }
    });
  });
}

test('to tick, to choose and to type sends nothing and leads nowhere', async ({ page, baseURL }) => {
  await signedIn(page, 'admin');
  const { reference } = await asked();
  const addresses = ['/articles/restore-a-file/', '/talk/', '/desk/', `/desk/requests/${reference}/`, '/desk/people/'];
  const sent: string[] = [];
  const led: string[] = [];
  const path = (url: string) => url.slice(baseURL?.length);
  page.on('framenavigated', (frame) => led.push(path(frame.url())));
  page.on('request', (request) => {
    if (request.isNavigationRequest() || request.method() !== 'GET')
      sent.push(`${request.method()} ${path(request.url())}`);
  });

  for (const address of addresses) {
    await page.goto(address);
    await changeAll(page);
  }

  expect(sent).toEqual(addresses.map((address) => `GET ${address}`));
  expect(led).toEqual(addresses);
});

/** Ticks every box, takes the last of every choice and types into every field, as one who tries things out. */
async function changeAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const box of await page.locator('input:is([type=checkbox], [type=radio]):visible').all()) {
    await box.setChecked(true);
  }
  for (const choice of await page.locator('select:visible').all()) {
    await choice.selectOption({ index: (await choice.locator('option').count()) - 1 });
  }
  for (const field of await page
    .locator('input:is([type=text], [type=email], [type=tel]):visible, textarea:visible')
    .all()) {
    await field.fill('tried out');
  }
  await page.waitForLoadState('networkidle');
}

/** The purposes that fields for personal details name, by the name of the field. */
async function purposes(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement>('main :is([name=name], [name=email], [name=phone])')].map(
        ({ name, autocomplete }) => [name, autocomplete],
      ),
    ),
  );
}
