import type { Page } from '@playwright/test';
import { addMember, signedIn, typeSignIn } from '../members.ts';
import { asked, makeLate, team } from '../requests.ts';
import { seeAnswers, seeNoAnswer, seeSuggestions } from '../search-states.ts';
import { expect, test } from '../test.ts';
import { withoutNews } from '../without-news.ts';
import { findingsOn } from './engines.ts';

const INCIDENT = '/articles/incident-2026-11-slow-shared-folders/';

// A page that is still fading in when its media change complains of it.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Each kind of page that no build makes, or that a reader's doing changes, and how one gets there. */
const KINDS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'suggestions below the search box': seeSuggestions,
  'answers to a search': (page) => seeAnswers(page, '/search/?q=printer'),
  'answers within limits': (page) => seeAnswers(page, '/search/?q=restore&product=sync&type=how-to'),
  'no answer to a search': seeNoAnswer,
  'answers of the server': (page) => page.goto('/search/answer/?q=printer'),
  'no answer of the server': (page) => page.goto('/search/answer/?q=zzzzqqq'),
  'film that plays': async (page) => {
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('link', { name: /^Watch it “/ }).click();
    await expect(page.locator('video')).toBeFocused();
  },
  'question why it did not help': async (page) => {
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Send to the writers' })).toBeVisible();
  },
  'page after a no': (page) => page.goto(`/articles/restore-a-file/voted/?helpful=false&${VOTE}`),
  'page after a yes': (page) => page.goto(`/articles/restore-a-file/voted/?helpful=true&${VOTE}`),
  form: (page) => page.goto('/talk/'),
  'form of an article, with what is sent along': (page) =>
    page.goto('/articles/restore-a-file/talk/?version=5&audience=home&step=1&q=restore&results=3'),
  'form that came back from the server': async (page) => {
    await page.goto('/articles/restore-a-file/talk/');
    await sendAsItIs(page, 'form.talk-form');
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'form that was not accepted, within an article': async (page) => {
    await page.goto('/articles/restore-a-file/');
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByRole('alert')).toBeFocused();
  },
  'form that was taken': async (page) => {
    await page.goto('/talk/');
    await page.getByLabel('What happens, and what do you need?').fill('The fan is loud.');
    await page.getByLabel('Your name').fill('A reader');
    await page.getByLabel('Your e-mail address').fill('looked-at@example.com');
    await page.getByRole('button', { name: 'Send to a person' }).click();
    await expect(page.getByText('Your reference is')).toBeVisible();
  },
  'form of an incident that came back': async (page) => {
    await page.goto(INCIDENT);
    await page.getByRole('button', { name: 'This concerns me too' }).click();
    await expect(page.getByLabel('Your e-mail address')).toHaveAttribute('aria-invalid', 'true');
  },
  'status of who joined an incident': async (page) => {
    await page.goto(INCIDENT);
    await page.getByLabel('Your name').fill('A reader');
    await page.getByLabel('Your e-mail address').fill('joined@example.com');
    await page.getByRole('button', { name: 'This concerns me too' }).click();
    await page.waitForURL(/\/requests\//);
  },
  'status that nobody knows': (page) => page.goto('/requests/nobody-knows-this/'),
  'address that leads nowhere': (page) => page.goto('/no-such-page/'),
  'sign-in': (page) => page.goto('/desk/sign-in/'),
  'sign-in that was refused': async (page) => {
    await page.goto('/desk/sign-in/');
    await typeSignIn(page, 'nobody@example.com', 'not the password');
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'password to be set': (page) => page.goto(addMember('agent').link),
  'link for a password that was used': (page) => page.goto('/desk/sign-in/password/not-a-link-of-ours/'),
};

const VOTE = 'contentHash=0123456789abcdef&reader=0123456789';

for (const [kind, open] of Object.entries(KINDS)) {
  test(`neither engine finds anything on the ${kind}`, async ({ page, meant }) => {
    meant.push(/status of (401|403|404|410|422)/);
    test.setTimeout(120_000);
    await open(page);

    expect(await findingsOn(page)).toEqual([]);
  });
}

test('neither engine finds anything on the status page, whatever the state', async ({ page }) => {
  test.setTimeout(180_000);
  const late = await asked();
  makeLate(late.reference);
  const { reference, statusUrl } = await asked('<b>The computer</b> beeps.');

  await page.goto(late.statusUrl);
  expect.soft(await findingsOn(page), 'late').toEqual([]);
  for (const act of [
    undefined,
    { kind: 'answer', by: 'email', text: 'Hold F12.' },
    { kind: 'resolved', outcome: 'other', why: 'A worn key.', done: 'A new key.' },
    { kind: 'mended' },
  ] as const) {
    if (act) await team(reference, act);
    await page.goto(statusUrl);
    expect.soft(await findingsOn(page), act?.kind ?? 'waiting').toEqual([]);
  }
});

test('neither engine finds anything at the desk', async ({ page, meant }) => {
  meant.push(/status of (404|422)/);
  test.setTimeout(240_000);
  await withoutNews(page);
  await signedIn(page, 'admin');
  const [{ reference }, resolved, late] = [await askedFromAnArticle(page), await asked(), await asked()];
  makeLate(late.reference);
  await team(resolved.reference, { kind: 'resolved', outcome: 'other', why: 'A worn key.', done: 'A new key.' });

  for (const address of [
    '/desk/',
    '/desk/?view=mine',
    `/desk/requests/${reference}/`,
    `/desk/requests/${reference}/as-read/`,
    `/desk/requests/${resolved.reference}/`,
    `/desk/requests/${late.reference}/`,
    '/desk/incidents/',
    '/desk/incidents/incident-2026-11-slow-shared-folders/',
    '/desk/insights/?days=30',
    '/desk/people/',
    '/desk/sessions/',
    '/desk/no-such-page/',
  ]) {
    await page.goto(address);
    expect.soft(await findingsOn(page), address).toEqual([]);
  }
});

test('neither engine finds anything on a form of the desk that came back', async ({ page, meant }) => {
  meant.push(/status of 422/);
  test.setTimeout(120_000);
  await withoutNews(page);
  await signedIn(page, 'agent');
  const { reference } = await asked();
  await page.goto(`/desk/requests/${reference}/`);
  await page.getByText('Resolve it').click();
  await page.getByLabel('What it turned out to be').selectOption('Something else');
  await page.getByRole('button', { name: 'Resolve, and ask whether it is mended' }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  expect(await findingsOn(page)).toEqual([]);
});

/** As without JavaScript. */
async function sendAsItIs(page: Page, form: string): Promise<void> {
  await Promise.all([
    page.waitForURL(/\/api\//),
    page.locator(form).evaluate((element) => (element as HTMLFormElement).submit()),
  ]);
}

/** With the article that was read, so that the desk can show it as it was. */
async function askedFromAnArticle(page: Page): Promise<{ reference: string }> {
  await page.goto('/articles/share-a-folder/');
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByLabel('What happens, and what do you need?').fill('I cannot share it.');
  await page.getByLabel('Your name').fill('A reader');
  await page.getByLabel('Your e-mail address').fill('sharing-looked-at@example.com');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  return { reference: await page.locator('.reference').innerText() };
}
