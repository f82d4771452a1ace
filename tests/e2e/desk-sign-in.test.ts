import { AxeBuilder } from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import { addMember, agent, linkIn, PASSWORD, signedIn, typeSignIn } from './members.ts';
import { siteDatabase } from './site-database.ts';
import { expect, test } from './test.ts';

test('a new member sets a password by the link, is in, leaves, and comes back', async ({ page }) => {
  const { email, link } = addMember('agent');

  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set it and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('status')).toHaveText('You are signed out in this browser.');
  await page.goto('/desk/');
  await expect(page).toHaveURL(/\/desk\/sign-in\/$/);
  await typeSignIn(page, email.toUpperCase(), PASSWORD);

  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('signing in leads to the page that was asked for, and every session can be ended', async ({ page, browser }) => {
    const { email } = await signedIn(page, 'agent');
    const other = await browser.newPage();

    await other.goto('/desk/sessions/?from=mail');
    await typeSignIn(other, email, PASSWORD);
    await expect(other).toHaveURL(/\/desk\/sessions\/\?from=mail$/);
    await expect(other.getByText('(this one)')).toHaveCount(1);
    await other.getByRole('button', { name: 'Sign out everywhere but here' }).click();
    await expect(other.getByRole('button', { name: 'Sign it out' })).toHaveCount(0);
    await page.reload();

    await expect(page).toHaveURL(/\/desk\/sign-in\//);
    await other.getByRole('button', { name: 'Sign out here' }).click();
    await expect(other).toHaveURL(/\/desk\/sign-in\/\?left$/);
    await other.close();
  });
});

test.describe('with a wrong password', () => {
  test.use({ meant: async ({}, use) => use([/status of 401/, /status of 429/, /status of 410/]) });

  test('the answer is the same as for an address that nobody has', async ({ page }) => {
    const { email } = await signedIn(page, 'agent');
    await page.context().clearCookies();

    await page.goto('/desk/sign-in/');
    await typeSignIn(page, email, 'not this one at all');
    const wrong = await page.getByRole('alert').innerText();
    await page.goto('/desk/sign-in/');
    // Whom no other test guesses at, or there might be a wait.
    const nobody = `nobody-${randomUUID()}@example.com`;
    await typeSignIn(page, nobody, 'not this one at all');
    const unknown = await page.getByRole('alert').innerText();

    expect(wrong).toBe(unknown);
    expect(wrong).toContain('do not belong together');
    await expect(page.getByLabel('E-mail address')).toHaveValue(nobody);
  });

  test('whoever guesses waits; a browser that was in before, and a reset, do not', async ({ page, browser }) => {
    const { email } = await signedIn(page, 'agent');
    const stranger = await browser.newPage();
    await stranger.goto('/desk/sign-in/');
    for (let nth = 1; nth <= 6; nth++) await typeSignIn(stranger, email, `guess number ${nth}`);

    await expect(stranger.getByRole('alert')).toContainText('Too many wrong passwords were typed');
    await expect(stranger.getByRole('alert')).toContainText('npm run agent -- reset');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await typeSignIn(page, email, PASSWORD);
    await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();

    const link = linkIn(agent('reset', email));
    await stranger.goto(link);
    await stranger.getByLabel('New password').fill('quite another one');
    await stranger.getByRole('button', { name: 'Set it and sign in' }).click();
    await expect(stranger.getByRole('heading', { name: 'Requests' })).toBeVisible();
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
    await stranger.close();
  });
});

test('a session that is over leads to the sign-in, and from there back', async ({ page }) => {
  const { email } = await signedIn(page, 'admin');
  // Away from the list of requests: its stream would be refused, and say so.
  await page.goto('/desk/sessions/');
  endSessionsOf(email);

  await page.reload();
  await expect(page).toHaveURL(/\/desk\/sign-in\/\?next=%2Fdesk%2Fsessions%2F$/);
  await typeSignIn(page, email, PASSWORD);

  await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible();
});

test.describe('with a form that is too late', () => {
  test.use({ meant: async ({}, use) => use([/status of 40[134]/]) });

  test('what is sent after the session ended is not taken, and says that nothing is lost', async ({ page }) => {
    const { email } = await signedIn(page, 'agent');
    await page.goto('/desk/sessions/');
    endSessionsOf(email);

    await page.getByRole('button', { name: 'Sign out here' }).click();

    await expect(page.getByRole('heading', { name: 'You are signed out, so this was not taken' })).toBeVisible();
  });

  test('a writer is led to the insights, and sees no request', async ({ page }) => {
    await signedIn(page, 'writer');

    await page.goto('/desk/');
    await expect(page).toHaveURL(/\/desk\/insights\/$/);
    const answer = await page.goto('/desk/requests/7K3F-9Q2M/');

    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { name: 'Your role does not reach this' })).toBeVisible();
  });

  test('another role counts from the next click, and signs out', async ({ page }) => {
    const { email } = await signedIn(page, 'agent');

    agent('role', email, '--role', 'writer');
    await page.reload();

    await expect(page).toHaveURL(/\/desk\/sign-in\//);
  });
});

test.describe('with a password that is too short', () => {
  test.use({ javaScriptEnabled: false, meant: async ({}, use) => use([/status of 422/]) });

  test('the form says how long it has to be, and the link still works', async ({ page }) => {
    await page.goto(addMember('agent').link);
    await page.getByLabel('New password').evaluate((field) => field.removeAttribute('minlength'));
    await page.getByLabel('New password').fill('short');

    await page.getByRole('button', { name: 'Set it and sign in' }).click();

    await expect(page.getByRole('alert')).toContainText('Use at least 12 characters');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set it and sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  });
});

test('an admin adds a colleague, who comes in by the link, and is let go again', async ({ page, browser }) => {
  await signedIn(page, 'admin');
  const email = `new-${randomUUID()}@example.com`;
  await page.getByRole('link', { name: 'People' }).click();

  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption('agent');
  await page.getByRole('button', { name: 'Add them, and show the link' }).click();
  await expect(page.getByRole('status')).toContainText(`${email} is added.`);
  const link = linkIn(await page.getByRole('status').innerText());
  const colleague = await browser.newPage();
  await colleague.goto(link);
  await colleague.getByLabel('New password').fill(PASSWORD);
  await colleague.getByRole('button', { name: 'Set it and sign in' }).click();
  await expect(colleague.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await expect(colleague.getByRole('link', { name: 'People' })).toHaveCount(0);
  await page.getByRole('listitem').filter({ hasText: email }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: /^Remove .*\?$/ })).toBeFocused();
  await page
    .getByRole('group', { name: /^Remove/ })
    .getByRole('button', { name: 'Yes, remove them' })
    .click();
  await expect(page.getByRole('status')).toContainText('is removed, and signed out');
  await colleague.goto('/desk/');

  await expect(colleague).toHaveURL(/\/desk\/sign-in\/$/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await colleague.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`the way in is usable by everybody, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const { link } = addMember('agent');

      for (const address of ['/desk/sign-in/', link]) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations).toEqual([]);
      }
      await signedIn(page, 'agent');
      await page.goto('/desk/sessions/');
      const { violations } = await new AxeBuilder({ page }).analyze();

      expect(violations).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  }
}

/** As after twelve hours in which nobody did anything. */
function endSessionsOf(email: string): void {
  using database = siteDatabase();
  database
    .prepare('update member_sessions set expiresAt = ? where userId = (select id from members where email = ?)')
    .run('2026-01-01T00:00:00.000Z', email);
}
