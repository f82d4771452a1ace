import AxeBuilder from '@axe-core/playwright';
import type { Route } from '@playwright/test';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import { asked, makeLate, team } from './requests.ts';
import { expect, test } from './test.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a customer adds to a request, reads the answer, and opens it again with everything attached', async ({
      page,
    }) => {
      const request = await asked();
      await page.goto(request.statusUrl);
      await expect(page.getByText(/^We have it\. A person answers by/)).toBeVisible();

      await page.getByLabel('Anything to add?').fill('It is the <b>left</b> one.\nBeeps thrice.');
      await page.getByRole('button', { name: 'Add this to my request' }).click();
      await expect(page.getByText('It is the <b>left</b> one.')).toBeVisible();
      await expect(page.getByLabel('Anything to add?')).toHaveValue('');

      await team(request.reference, { kind: 'answer', by: 'email', text: 'Hold F12 for ten seconds.' });
      await page.reload();
      await expect(page.getByText('You have an answer.', { exact: true })).toBeVisible();
      await expect(page.locator('#now')).toContainText('Hold F12 for ten seconds.');
      await expect(page.getByText('Hold F12 for ten seconds.')).toHaveCount(1);
      await expect(page.getByText('Their words are above.')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Is it mended?' })).toBeVisible();

      await team(request.reference, {
        kind: 'resolved',
        outcome: 'article-wrong',
        why: 'The key moved with version 5.',
        done: 'We corrected the article.',
      });
      await page.reload();
      await expect(page.getByText('We believe that this is mended. Please tell us whether it is.')).toBeVisible();
      await expect(page.getByText('The key moved with version 5.')).toBeVisible();

      await page.getByLabel('What is still not right?').fill('It beeps again.');
      await page.getByRole('button', { name: 'No, it is not mended' }).click();
      await expect(page.getByText(/^It is with us again, with everything that went before\./)).toBeVisible();
      for (const text of ['It beeps again.', 'Beeps thrice.', 'Hold F12 for ten seconds.', 'The computer beeps.']) {
        await expect(page.getByText(text)).toBeVisible();
      }

      await team(request.reference, { kind: 'resolved', outcome: 'product-fault', why: 'A worn key.' });
      await page.reload();
      await page.getByRole('button', { name: 'Yes, it is mended' }).click();
      await expect(page.getByText(/^You told us that it is mended, and we have closed it\./)).toBeVisible();
    });
  });
}

test('a time that was moved later is told as such while it holds, and not of the promise after it', async ({
  page,
}) => {
  const request = await asked();
  const { reference, statusUrl } = request;
  const couldNotKeepIt = page.getByText('We had named an earlier time, and could not keep it.');
  const until = Temporal.Instant.from(request.promisedBy)
    .add({ hours: 24 * 14 })
    .toString();
  await team(reference, { kind: 'promise-moved', until, text: 'A part is missing.' });
  await page.goto(statusUrl);
  await expect(couldNotKeepIt).toBeVisible();

  await team(reference, { kind: 'answer', by: 'email', text: 'The part came.' });
  await team(reference, { kind: 'resolved', outcome: 'other', why: 'A worn key.' });
  await page.reload();
  await page.getByRole('button', { name: 'No, it is not mended' }).click();

  await expect(page.getByText(/^It is with us again.* A person answers by/)).toBeVisible();
  await expect(couldNotKeepIt).toBeHidden();
});

test('Back and send again adds nothing twice', async ({ page }) => {
  const request = await asked();
  await page.goto(request.statusUrl);
  await page.getByLabel('Anything to add?').fill('Once only.');
  await page.getByRole('button', { name: 'Add this to my request' }).click();
  await expect(page.getByText('Once only.')).toBeVisible();

  await page.goBack();
  await page.getByLabel('Anything to add?').fill('Once only.');
  await page.getByRole('button', { name: 'Add this to my request' }).click();

  await expect(page.getByLabel('Anything to add?')).toHaveValue('');
  await expect(page.getByText('Once only.')).toHaveCount(1);
});

test('a message of nothing is asked for again, and nothing else happens', async ({ page, meant }) => {
  meant.push(/status of 422/);
  const request = await asked();
  await page.goto(request.statusUrl);

  await page.getByRole('button', { name: 'Add this to my request' }).click();

  await expect(page.getByRole('alert')).toContainText('There is nothing in it yet.');
  await expect(page.getByText(/^We have it\./)).toBeVisible();
});

test('who was answered in a help desk is sent to their mail only if they have one with us', async ({ page }) => {
  const [byMail, byPhone] = [
    await asked('It beeps.'),
    await asked('It beeps.', { channel: 'call-back', phone: '+44 1632 960151' }),
  ];

  const told: (string | null)[] = [];
  for (const { reference, statusUrl } of [byMail, byPhone]) {
    await team(reference, { kind: 'answer', by: 'elsewhere', text: '' });
    await page.goto(statusUrl);
    told.push(await page.locator('#now .next').textContent());
    told.push(await page.getByText(/a person answered you/).textContent());
  }

  expect(told).toEqual([
    'You have an answer: look into your mail.',
    expect.stringMatching(/answered you; look into your mail\.\s*$/),
    'You have an answer.',
    expect.stringMatching(/answered you\.\s*$/),
  ]);
});

test('a yes that cannot be taken now can be pressed again', async ({ page, meant }) => {
  meant.push(/status of 422/);
  const request = await asked();
  await team(request.reference, { kind: 'resolved', outcome: 'other', why: 'A worn key.' });
  await page.goto(request.statusUrl);
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  const asElsewhere = async (route: Route) => {
    const headers = { ...route.request().headers(), ...elsewhere };
    await route.fulfill({ response: await route.fetch({ headers }) });
  };
  await page.route(request.statusUrl, asElsewhere, { times: 1 });

  await page.getByRole('button', { name: 'Yes, it is mended' }).click();
  await expect(page.getByRole('alert')).toContainText('send it from here');
  await page.getByRole('button', { name: 'Yes, it is mended' }).click();

  await expect(page.getByText(/^You told us that it is mended, and we have closed it\./)).toBeVisible();
});

for (const [said, packet, isOffered] of [
  ['nothing', {}, true],
  ['that it did not help', { vote: { helpful: false } }, false],
] as const) {
  test(`who said ${said} of the article is ${isOffered ? '' : 'not '}led back to it while they wait`, async ({
    page,
  }) => {
    const byEmail = { channel: 'email', email: 'customer@example.com' } as const;
    const { statusUrl } = await asked('It is gone.', { ...byEmail, article: 'restore-a-file', packet });

    await page.goto(statusUrl);

    await expect(page.getByText('Nothing else to do.')).toBeVisible();
    await expect(page.getByText('The article you came from:')).toBeVisible({ visible: isOffered });
  });
}

test('a promise that was missed is said plainly, with the phone', async ({ page }) => {
  const request = await asked();
  makeLate(request.reference);

  await page.goto(request.statusUrl);

  await expect(page.getByText(/We are late, and that is our fault\./)).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: '+44 1632 960150' })).toBeVisible();
});

test('the page of each state can be read and used by everybody', async ({ page }) => {
  const request = await asked();
  const acts: (EscalationAct | undefined)[] = [
    undefined,
    { kind: 'answer', by: 'email', text: 'Hold F12.' },
    { kind: 'resolved', outcome: 'other', why: 'A worn key.', done: 'A new key.' },
    { kind: 'mended' },
  ];
  for (const act of acts) {
    if (act) await team(request.reference, act);
    await page.goto(request.statusUrl);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});
