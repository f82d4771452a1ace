import { AxeBuilder } from '@axe-core/playwright';
import { signedIn } from './members.ts';
import { asked, makeLate, team } from './requests.ts';
import { expect, test } from './test.ts';
import { withoutNews } from './without-news.ts';

test('the second of two agents is told, loses nothing that was typed, and sends it once it still fits', async ({
  browser,
  meant,
}) => {
  meant.push(/status of 409/);
  const request = await asked('Two of us look at this.');
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  await signedIn(first, 'agent');
  await signedIn(second, 'agent');
  // Without the stream the second one sees what was there when the page came.
  await second.route('**/desk/events/', (route) => route.abort());
  meant.push(/desk\/events/, /ERR_FAILED/);
  for (const page of [first, second]) await page.goto(`/desk/requests/${request.reference}/`);
  await second.getByLabel('To A customer').fill('My answer, at length.');

  await first.getByLabel('To A customer').fill('An answer.');
  await first.getByRole('button', { name: /customer@example\.com$/ }).click();
  await expect(first.getByText('answered by e-mail')).toBeVisible();
  await second.getByRole('button', { name: /customer@example\.com$/ }).click();

  await expect(second.getByRole('alert')).toContainText('Something happened with this request while you wrote');
  await expect(second.getByText('An answer.', { exact: true })).toBeVisible();
  await expect(second.getByLabel('To A customer')).toHaveValue('My answer, at length.');
  await second.getByRole('button', { name: /customer@example\.com$/ }).click();
  await expect(second.getByRole('listitem').filter({ hasText: 'My answer, at length.' })).toBeVisible();
  await first.close();
  await second.close();
});

test('whoever is writing while somebody else answers is told at once, and asked again before it is sent', async ({
  browser,
  meant,
}) => {
  meant.push(/status of 409/);
  const request = await asked('Two of us look at this, live.');
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  await signedIn(first, 'agent');
  await signedIn(second, 'agent');
  for (const page of [first, second]) await page.goto(`/desk/requests/${request.reference}/`);
  await second.getByLabel('To A customer').fill('My answer, at length.');

  await first.getByLabel('To A customer').fill('An answer.');
  await first.getByRole('button', { name: /customer@example\.com$/ }).click();

  await expect(second.getByText('An answer.', { exact: true })).toBeVisible();
  await expect(second.getByRole('status')).toContainText('Something new happened with this request while you write');
  await second.getByRole('button', { name: /customer@example\.com$/ }).click();
  await expect(second.getByRole('alert')).toContainText('so nothing was sent');
  await expect(second.getByLabel('To A customer')).toHaveValue('My answer, at length.');
  await first.close();
  await second.close();
});

test('what happened between a page and its stream is shown once the stream is open', async ({ page }) => {
  await signedIn(page, 'agent');
  const request = await asked('The stream is slow.');
  const { promise: answered, resolve: release } = Promise.withResolvers<undefined>();
  await page.route('**/desk/events/', async (route) => {
    await answered;
    // It opens and tells nothing, so that what other tests do helps nobody.
    await route.fulfill({ contentType: 'text/event-stream', body: 'retry: 3000\n\n' });
  });
  await page.goto(`/desk/requests/${request.reference}/`);

  await team(request.reference, { kind: 'answer', by: 'email', text: 'An answer.' });
  release(undefined);

  await expect(page.getByText('An answer.', { exact: true })).toBeVisible();
});

test('whoever looks at a request when it is opened again is told how to resolve it', async ({ page }) => {
  await signedIn(page, 'agent');
  const { reference } = await asked('The light is still red.');
  await team(reference, { kind: 'resolved', outcome: 'other', why: 'The cable was loose.' });
  await page.goto(`/desk/requests/${reference}/`);
  await expect(page.getByText('Resolve it')).toHaveCount(0);

  await team(reference, { kind: 'reopened' });

  await expect(page.getByText('This request is open again.')).toBeVisible();
});

test('a list that is narrowed to nothing does not say that nobody waits', async ({ page }) => {
  await signedIn(page, 'agent');
  await asked();

  await page.goto('/desk/?who=mine');

  await expect(page.getByText('Nothing here fits these choices.')).toBeVisible();
  await page.goto(`/desk/?q=${crypto.randomUUID()}`);
  await expect(page.getByText(/^Nothing matches “/)).toBeVisible();
});

test('a reference that leads nowhere is a page of the desk, with the ways on', async ({ page, meant }) => {
  meant.push(/status of 404/);
  await signedIn(page, 'agent');
  const { reference } = await asked();

  for (const address of ['/desk/requests/AAAA-BBBB/', '/desk/requests/AAAA-BBBB/as-read/']) {
    const answer = await page.goto(address);

    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'No request has the reference AAAA-BBBB' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  }
  await page.getByLabel('Look for it').fill(reference);
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByRole('link', { name: new RegExp(reference) })).toBeVisible();
});

test('a long message has a way down, a call is noted first, and what was read is named by its title', async ({
  page,
}) => {
  await signedIn(page, 'agent');
  const { reference } = await asked('It beeps. '.repeat(500), {
    channel: 'call-back',
    phone: '+44 1632 960123',
    email: 'customer@example.com',
    packet: { visited: ['screen-stays-dark', 'gone-by-now'] },
  });
  await page.goto(`/desk/requests/${reference}/`);
  const tried = page.getByRole('region', { name: 'What they already tried' });
  await expect(tried).toContainText('Also opened: The computer is on, but the screen stays dark · gone-by-now');

  await page.getByRole('link', { name: 'Down to the reply' }).click();

  await expect(page.getByLabel('To A customer')).toBeInViewport();
  const sends = page.getByRole('form', { name: 'Answer' }).getByRole('button', { name: /^Note that/ });
  await expect(sends.first()).toHaveText('Note that you spoke on the phone');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a request is found, noted, handed over, promised anew and looked at again, all by forms', async ({ page }) => {
    const { email, name } = await signedIn(page, 'agent');
    const word = crypto.randomUUID();
    const request = await asked(`About ${word}.`);

    await page.goto('/desk/');
    await page.getByLabel('Search').fill(word.toUpperCase());
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('link', { name: new RegExp(request.reference) }).click();

    await page.getByText('Note for the team').click();
    await page.getByLabel('Nobody but the team reads this').fill('Called the workshop.');
    await page.getByRole('button', { name: 'Note it' }).click();
    await expect(page.getByText('Called the workshop.')).toBeVisible();

    await page.getByText('Hand over, or look again later').click();
    await page.getByLabel('Who has it from now on').selectOption({ label: `${name}, ${email}` });
    await page.getByRole('button', { name: 'Give it to them' }).click();
    await expect(page.getByText('You have it.')).toBeVisible();
    await expect(page.getByText(`${name} handed it to ${name}`)).toBeVisible();

    await page.getByText('Move the promise').click();
    await page.getByLabel(/^Answer by/).fill('2030-01-07T10:00');
    await page.getByLabel('Why (the customer reads this)').fill('The part comes on Monday.');
    await page.getByRole('button', { name: 'Move it, and tell the customer' }).click();
    await expect(page.getByText(`${name} moved the promise to Monday 7 January 2030, 10:00`)).toBeVisible();

    await page.getByText('Hand over, or look again later').click();
    await page.getByLabel(/^Look again on/).fill('2026-01-07');
    await page.getByRole('button', { name: 'Keep the day' }).click();
    await expect(page.getByText(`${name} will look again on 7 January 2026`)).toBeVisible();
    await page.goto('/desk/?view=follow-up');
    const line = page.getByRole('link', { name: new RegExp(request.reference) });
    await expect(line).toContainText('look again on 7 January 2026');

    await page.goto(request.statusUrl);
    await expect(page.getByText('The part comes on Monday.')).toBeVisible();
    await expect(page.getByText('Called the workshop.')).toHaveCount(0);
  });

  test('what cannot be done is said, and what was typed is kept', async ({ page, meant }) => {
    meant.push(/status of 422/);
    await signedIn(page, 'agent');
    const request = await asked();
    await page.goto(`/desk/requests/${request.reference}/`);

    await page.getByText('Resolve it').click();
    await page.getByLabel('What it turned out to be').selectOption('Something else');
    await page.getByLabel(/^What was done/).fill('A new key.');
    await page.getByRole('button', { name: 'Resolve, and ask whether it is mended' }).click();

    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByRole('link', { name: 'To what you wrote' }).click();
    await expect(page.getByLabel(/^What was done/)).toHaveValue('A new key.');
    await expect(page.getByLabel('What it turned out to be')).toBeInViewport();
  });
});

test('what strangers write is shown as text, whatever it is', async ({ page }) => {
  await signedIn(page, 'agent');
  const request = await asked('<img src=x onerror="document.title = 1"><script>document.title = 2</script>');

  await page.goto(`/desk/requests/${request.reference}/`);

  await expect(page.getByText('<img src=x onerror=')).toBeVisible();
  await expect(page).toHaveTitle(/Desk$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test.describe(`${colorScheme}, ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('the desk can be read and used by everybody', async ({ page }) => {
        await signedIn(page, 'agent');
        const request = await asked();
        makeLate(request.reference);
        await withoutNews(page);

        for (const address of ['/desk/', `/desk/requests/${request.reference}/`, '/desk/sessions/']) {
          await page.goto(address);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow).toBeLessThanOrEqual(0);
        }
      });
    });
  }
}
