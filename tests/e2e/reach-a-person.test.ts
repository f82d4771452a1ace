import { expect, test } from './test.ts';

test.describe('with JavaScript', () => {
  test('a customer votes no with a reason, asks for a call-back, and sees reference, promise and status', async ({
    page,
  }) => {
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('checkbox', { name: 'Step 1 done' }).first().check();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('checkbox', { name: 'I did what it says, and it did not work' }).check();
    await page.getByLabel('What were you looking for?').fill('The folder is gone as well');
    await page.getByRole('button', { name: 'Send to the writers' }).click();
    await expect(page.getByText('Your words go to the people who write this article.')).toBeVisible();

    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await expect(page.getByText(/^A person answers by .*, your time\.$/)).toBeVisible();
    await page.getByLabel('What happens, and what do you need?').fill('The folder is not in the list.\nWhat now?');
    await page.getByRole('radio', { name: 'Call me back' }).check();
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing is lost.');
    await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue(
      'The folder is not in the list.\nWhat now?',
    );
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your phone number').fill('+44 1632 960999');
    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(
      page.getByRole('heading', { name: /^We have it\. A person answers by .*, your time\.$/ }),
    ).toBeFocused();
    const reference = await page.locator('.reference').innerText();
    expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    await page.getByRole('link', { name: 'See how it stands' }).click();
    await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible();
    await expect(page.getByText('The folder is not in the list.')).toBeVisible();
    await expect(page.getByText(/You ticked off 1 of \d+ steps/)).toBeVisible();
    await expect(page.getByText(/You said that the article did not help: I did what it says/)).toBeVisible();
  });

  test('what is struck out is not sent along', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('checkbox', { name: 'Step 1 done' }).first().check();
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.getByRole('checkbox', { name: /You ticked off 1 of/ }).uncheck();
    await page.getByLabel('What happens, and what do you need?').fill('Help with a folder');
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your e-mail address').fill('customer@example.com');
    const request = page.waitForRequest('**/api/escalations');
    await page.getByRole('button', { name: 'Send to a person' }).click();

    const body = (await request).postDataJSON() as { article: string; packet: { steps: unknown[] } };

    expect(body.article).toBe('restore-a-file');
    expect(body.packet.steps).toEqual([]);
  });

  for (const sent of ['before that', 'after that']) {
    test(`what is chosen and struck out before the page listens counts, sent ${sent}`, async ({ page }) => {
      const scripts = Promise.withResolvers<undefined>();
      await page.route('**/*.js', async (route) => {
        await scripts.promise;
        await route.continue();
      });
      await page.goto('/articles/restore-a-file/talk/?step=1&q=restore&results=3', { waitUntil: 'commit' });
      await page.getByLabel('What happens, and what do you need?').fill('Help with a folder');
      await page.getByLabel('Your name').fill('A customer');
      await page.getByRole('radio', { name: 'Call me back' }).check();
      await page.getByLabel('Your phone number').fill('+44 1632 960999');
      await page.getByRole('checkbox', { name: /You ticked off 1 of/ }).uncheck();
      const request = page.waitForRequest('**/api/escalations');
      if (sent === 'before that') await page.getByRole('button', { name: 'Send to a person' }).click();
      scripts.resolve(undefined);
      if (sent === 'after that') {
        // A page that listens tells times in the zone of its reader.
        await expect(page.getByText(/^A person answers by .*, your time\.$/)).toBeVisible();
        await page.getByRole('button', { name: 'Send to a person' }).click();
      }

      const body = (await request).postDataJSON() as {
        phone: string;
        packet: { steps: unknown[]; searches: unknown[] };
      };

      expect(body.phone).toBe('+44 1632 960999');
      expect(body.packet.steps).toEqual([]);
      expect(body.packet.searches).toHaveLength(1);
    });
  }

  test('on a host without a server, the reader is told so', async ({ page, meant }) => {
    meant.push(/status of 404/);
    await page.route('**/api/**', (route) =>
      route.fulfill({ status: 404, contentType: 'text/html', body: 'Not found' }),
    );
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.getByLabel('What happens, and what do you need?').fill('My files are gone');
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your e-mail address').fill('customer@example.com');

    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(page.getByRole('alert')).toContainText('This page cannot send messages. Your text is still here');
  });

  test('a vote that does not arrive is not thanked for, and its words can be sent again', async ({ page, meant }) => {
    meant.push(/api\/votes/, /ERR_CONNECTION_REFUSED/);
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByLabel('What were you looking for?').fill('The folder is gone as well');
    await page.route('**/api/votes', (route) => route.abort('connectionrefused'));
    await page.getByRole('button', { name: 'Send to the writers' }).click();
    await expect(page.getByText('Our server does not reply. We kept your answer here')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeHidden();
    await expect(page.getByLabel('What were you looking for?')).toHaveValue('The folder is gone as well');

    await page.unroute('**/api/votes');
    await page.getByRole('button', { name: 'Send again' }).click();

    await expect(page.getByText('Your words go to the people who write this article.')).toBeVisible();
  });

  test('half an e-mail address is no hindrance to a call-back', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await expect(page.getByRole('heading', { name: 'Talk to a person' })).toBeFocused();
    await page.getByLabel('What happens, and what do you need?').fill('Please call');
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your e-mail address').fill('custom');
    await page.getByRole('radio', { name: 'Call me back' }).check();
    await page.getByLabel('Your phone number').fill('+44 1632 960999');

    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(page.getByText('Your reference is')).toBeVisible();
  });

  test('a page that is only read loads no React', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));

    await page.goto('/articles/restore-a-file/', { waitUntil: 'networkidle' });

    expect(scripts.filter((url) => /DidThisHelp|client|react/i.test(url))).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a customer votes no with a reason, asks for a call-back, and sees reference, promise and status', async ({
    page,
    meant,
  }) => {
    meant.push(/status of 422/);
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('checkbox', { name: 'Step 1 done' }).first().check();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('checkbox', { name: 'I did what it says, and it did not work' }).check();
    await page.getByRole('button', { name: 'Send to the writers' }).click();
    await expect(page.getByText('Your words go to the people who write this article.')).toBeVisible();

    await page.getByRole('main').getByRole('link', { name: 'Talk to a person' }).click();
    await expect(page.getByText(/^A person answers by .*, London time\.$/)).toBeVisible();
    await page.getByLabel('What happens, and what do you need?').fill('The folder is not in the list.');
    await page.getByRole('radio', { name: 'Call me back' }).check();
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing is lost.');
    await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue('The folder is not in the list.');
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your phone number').fill('+44 1632 960999');
    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(page).toHaveURL(/\/requests\/[A-Za-z0-9_-]{43}\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expect(page.getByText(/A person answers by .*, London time/)).toBeVisible();
    await expect(page.getByText(/You ticked off 1 of \d+ steps/)).toBeVisible();
    await expect(page.getByText(/You said that the article did not help/)).toBeVisible();
  });

  test('what is struck out stays struck out when the form comes back', async ({ page, meant }) => {
    meant.push(/status of 422/);
    await page.goto('/articles/restore-a-file/talk/?version=5&audience=home&step=1');
    await page.getByRole('checkbox', { name: /You ticked off 1 of/ }).uncheck();
    await page.getByLabel('What happens, and what do you need?').fill('Help with a folder');
    await page.getByLabel('Your e-mail address').fill('customer@example.com');
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing is lost.');
    await expect(page.getByRole('checkbox', { name: /You ticked off 1 of/ })).not.toBeChecked();
    await page.getByLabel('Your name').fill('A customer');

    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(page.getByText('Help with a folder')).toBeVisible();
    await expect(page.getByText(/You ticked off/)).toHaveCount(0);
  });

  test('a yes is thanked for', async ({ page }) => {
    await page.goto('/articles/how-snapshots-work/');

    await page.getByRole('button', { name: 'Yes', exact: true }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
  });

  test('markup, right-to-left text and emoji come back as they were typed', async ({ page }) => {
    const text = '<b>bold</b> & "quotes" مرحبا 🙂';
    await page.goto('/talk/');
    await page.getByLabel('What happens, and what do you need?').fill(text);
    await page.getByLabel('Your name').fill('A customer');
    await page.getByLabel('Your e-mail address').fill('customer@example.com');

    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(page.getByText(text)).toBeVisible();
  });
});

test('a status page that nobody knows says what to do', async ({ page, meant }) => {
  meant.push(/status of 404/);

  await page.goto('/requests/nobody-knows-this/');

  await expect(page.getByRole('heading', { level: 1, name: 'There is no request at this address' })).toBeVisible();
});
