import AxeBuilder from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { anotherServer } from './another-server.ts';
import { commandsBeside } from './commands-beside.ts';
import { mailbox } from './mailbox.ts';
import { linkIn, PASSWORD, signedIn } from './members.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { siteDatabase } from './site-database.ts';
import { expect, test } from './test.ts';

const SLUG = 'incident-2026-11-slow-shared-folders';
const TITLE = 'Shared folders open slowly since 20 November 2026';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an open incident is named first at home, on what it touches, and in search', async ({ page }) => {
      await page.goto('/');
      const first = page.getByRole('main').getByRole('heading', { level: 2 }).first();
      await expect(first).toHaveText('Not working as it should');
      await expect(page.getByText('Open since 20 November 2026.')).toBeVisible();

      await page.goto('/articles/share-a-folder/');
      const banner = page.getByRole('complementary', { name: 'Open incident' });
      await expect(banner).toContainText(`Open incident: ${TITLE}`);
      await page.goto('/articles/restore-a-file/');
      await expect(banner).toHaveCount(0);

      await page.goto('/search/?q=share+a+folder+with+others');
      const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Share a folder/i }) });
      await expect(row.getByText('Open incident:')).toBeVisible();
      await row.getByRole('link', { name: TITLE }).click();
      await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      await expect(page.getByText(/^Open since .*We are working on it\./)).toBeVisible();
    });

    test('a reader joins it, is promised no answer, and can still ask for a person', async ({ page }) => {
      await joinAs(page, `reader-${randomUUID()}@example.com`);

      await expect(page.getByText(/^We are working on it, and you hear from us when it is mended\./)).toBeVisible();
      await expect(page.getByText(/A person answers by/)).toHaveCount(0);
      await expect(page.getByText(/: you told us that this concerns you too\./)).toBeVisible();
      await page.getByLabel('Do you need a person after all?').fill('May I delete the folder?');
      await page.getByRole('button', { name: 'Send this to a person' }).click();
      await expect(page.getByText(/A person answers by/)).toBeVisible();
    });

    test('a form without a way to be reached comes back with what was typed', async ({ page, meant }) => {
      meant.push(/status of 422/);
      await page.goto(`/articles/${SLUG}/`);
      await page.getByLabel('Your name').fill('A reader');
      await page.getByRole('button', { name: 'This concerns me too' }).click();

      await expect(page.getByText('We have no way to reach you. Write your e-mail address')).toBeVisible();
      await expect(page.getByLabel('Your name')).toHaveValue('A reader');
      await page.getByLabel('Or your phone number').fill('+44 1632 960999');
      await page.getByRole('button', { name: 'This concerns me too' }).click();
      await expect(page.getByText(/We call you then: we have no e-mail address of yours\./)).toBeVisible();
    });
  });
}

test('an incident that is over says when, and what readers ask first; why comes once, and it takes nobody in', async ({
  page,
}) => {
  await page.goto('/articles/incident-2026-09-late-snapshots/');

  await expect(page.getByText(/^Mended .*15\sSeptember/)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/It began [^.]*\.\s*On this page/);
  await expect(page.getByRole('heading', { name: 'What we changed' })).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'What we changed' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'This concerns me too' })).toHaveCount(0);
});

test('the search box names the incident with what it touches', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('combobox').fill('share a folder');

  await expect(page.getByRole('option', { name: /Share a folder.*Open incident:/i }).first()).toBeVisible();
});

test('the pages of incidents can be read and used by everybody', async ({ page }) => {
  await signedIn(page, 'agent');
  for (const address of [
    '/',
    `/articles/${SLUG}/`,
    '/articles/share-a-folder/',
    '/desk/incidents/',
    `/desk/incidents/${SLUG}/`,
  ]) {
    await page.goto(address);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [address, id, nodes[0]?.html])).toEqual([]);
  }
});

test('an agent reads the article as the customer saw it, with what changed since', async ({ page, browser }) => {
  const asking = await browser.newContext({ javaScriptEnabled: false });
  const customer = await asking.newPage();
  await customer.goto('/articles/share-a-folder/');
  await customer.getByRole('button', { name: 'Talk to a person' }).click();
  await customer.getByLabel('What happens, and what do you need?').fill('I cannot share it.');
  await customer.getByLabel('Your name').fill('A customer');
  await customer.getByLabel('Your e-mail address').fill('sharing@example.com');
  await customer.getByRole('button', { name: 'Send to a person' }).click();
  const reference = await customer.locator('h1.reference').innerText();
  await asking.close();

  await signedIn(page, 'agent');
  await page.goto(`/desk/requests/${reference}/`);
  await page.getByRole('link', { name: 'As they saw it' }).click();
  await expect(page.getByText(/It says the same today\./)).toBeVisible();
  asIfEditedSince(reference);
  await page.reload();

  await expect(page.getByText(/Since then it was changed/)).toBeVisible();
  await expect(page.getByRole('deletion')).toHaveText(/This line was there\./);
});

test.describe('from joining to the end', () => {
  const PORT = SITE_PORT + 9;
  const HERE = `http://127.0.0.1:${PORT}`;
  // A server of the test's own is no third party.
  test.use({ baseURL: HERE });

  test('who joined is told by letter, says no, and has a promise; who has a phone is called', async ({
    page: customer,
    browser,
  }) => {
    test.slow();
    const mail = await mailbox();
    const server = await anotherServer(PORT, {
      DATABASE_URL: `file:${test.info().outputPath('handrail.db')}`,
      SMTP_URL: mail.url,
      SMTP_FROM: 'help@northlight.example',
    });
    const desk = await browser.newContext({ baseURL: HERE });
    try {
      const cli = commandsBeside({ ...server.env, SITE_URL: HERE });
      await joinAs(customer, 'customer@example.com', '+44 1632 960777');
      const status = new URL(customer.url()).pathname;
      const confirmed = await mail.next(/You hear from us when it is mended/);
      expect(confirmed.to).toEqual(['customer@example.com']);
      expect(confirmed.source).not.toContain('960777');

      const content = test.info().outputPath('content');
      cpSync('content', content, { recursive: true });
      expect(() => cli('incidents', ['resolve', SLUG])).toThrow(/Its article says that it is open\./);
      resolveIn(`${content}/articles/sync/${SLUG}.mdx`);
      expect(cli('incidents', ['resolve', SLUG], { CONTENT_DIR: content })).toContain('One person has it');
      expect(cli('incidents', ['resolve', SLUG], { CONTENT_DIR: content })).toContain(
        'Everyone who joined has been told',
      );

      const told = await mail.next(/Is it mended for you too\?/);
      expect(told.source).toContain('Two servers were asked.');
      expect(told.source).toContain('One is asked.');
      const agent = await desk.newPage();
      await agent.goto(linkIn(cli('agent', ['add', 'agent@example.com', '--role', 'agent'])));
      await agent.getByLabel('New password').fill(PASSWORD);
      await agent.getByRole('button', { name: 'Set it and sign in' }).click();
      await expect(agent.getByText('Nobody is waiting.')).toBeVisible();
      await agent.getByRole('link', { name: 'Incidents' }).click();
      await expect(agent.getByText('One person joined.')).toBeVisible();
      await agent.getByRole('link', { name: TITLE }).click();
      await expect(agent.getByRole('link', { name: '+44 1632 960777' })).toBeVisible();

      await customer.goto(status);
      await expect(customer.getByText('Two servers were asked.')).toBeVisible();
      await customer.getByLabel('What is still not right?').fill('It is as slow as before.');
      await customer.getByRole('button', { name: 'No, it is not mended' }).click();
      await expect(customer.getByText(/^It is with us again.*A person answers by/)).toBeVisible();
      await agent.goto('/desk/');
      await expect(agent.getByRole('link', { name: /This concerns me too\./ })).toBeVisible();
    } finally {
      await desk.close();
      await server.stop();
      await mail.close();
    }
  });
});

async function joinAs(page: Page, email: string, phone = ''): Promise<void> {
  await page.goto(`/articles/${SLUG}/`);
  await page.getByRole('link', { name: 'This concerns me too' }).click();
  await page.getByLabel('Your name').fill('A reader');
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByLabel('Or your phone number').fill(phone);
  await page.getByRole('button', { name: 'This concerns me too' }).click();
  await expect(page.locator('h1.reference')).toBeVisible();
}

/** A site is not built twice for one line: what was read is made to be an earlier text, for this request alone. */
function asIfEditedSince(reference: string): void {
  using database = siteDatabase();
  const read = database
    .prepare('select text from read_texts where hash = (select content_hash from escalations where reference = ?)')
    .get(reference) as { text: string };
  const text = JSON.parse(read.text) as { sections: { lines: string[] }[] };
  text.sections[0]?.lines.push('This line was there.');
  const hash = `before ${reference}`;
  database.prepare("insert into read_texts values (?, ?, '2026-11-01')").run(hash, JSON.stringify(text));
  database.prepare('update escalations set content_hash = ? where reference = ?').run(hash, reference);
}

function resolveIn(file: string): void {
  const ended = 'resolved: 2026-11-22T05:00Z\nwhy: Two servers were asked.\nchanged: One is asked.\n';
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^opened: .*\n/m, (opened) => opened + ended),
  );
}
