import { anotherServer } from './another-server.ts';
import { commandsBeside } from './commands-beside.ts';
import { mailbox } from './mailbox.ts';
import { linkIn, PASSWORD } from './members.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

const PORT = SITE_PORT + 7;
const HERE = `http://127.0.0.1:${PORT}`;
const MAIL_TOKEN = 'a token that is long enough to be used';

// A server of the test's own is no third party.
test.use({ baseURL: HERE });

test('a request is answered by mail, comes back, is resolved, is not mended, and tells the writers where', async ({
  page: customer,
  browser,
}) => {
  test.slow();
  const mail = await mailbox();
  const server = await anotherServer(PORT, {
    DATABASE_URL: `file:${test.info().outputPath('handrail.db')}`,
    SMTP_URL: mail.url,
    SMTP_FROM: 'help@northlight.example',
    MAIL_TOKEN,
  });
  const desk = await browser.newContext({ baseURL: HERE });
  try {
    const agent = await desk.newPage();
    const cli = commandsBeside({ ...server.env, SITE_URL: HERE });
    await agent.goto(linkIn(cli('agent', ['add', 'agent@example.com', '--role', 'agent'])));
    await agent.getByLabel('New password').fill(PASSWORD);
    await agent.getByRole('button', { name: 'Set it and sign in' }).click();
    await expect(agent.getByText('Nobody is waiting.')).toBeVisible();

    await customer.goto('/articles/restore-a-file/');
    await customer.getByRole('checkbox', { name: 'Step 1 done' }).first().check();
    await customer.getByRole('button', { name: 'Talk to a person' }).click();
    await customer.getByLabel('What happens, and what do you need?').fill('The folder is not in the list.');
    await customer.getByLabel('Your name').fill('A customer');
    await customer.getByLabel('Your e-mail address').fill('customer@example.com');
    await customer.getByRole('button', { name: 'Send to a person' }).click();
    await expect(customer.getByRole('heading', { name: /^We have it\./ })).toBeVisible();

    // Without a reload. The server looks each second; how long it takes beside other tests says nothing of that.
    const line = agent.getByRole('link', { name: /The folder is not in the list\./ });
    await expect(line).toBeVisible();
    await line.click();
    await agent.getByRole('button', { name: 'I take it' }).click();
    await expect(agent.getByText('You have it.')).toBeVisible();
    await expect(agent.getByText(/^Ticked off 1 of \d+ steps/)).toBeVisible();

    await agent.getByLabel('To A customer').fill('Please look here:');
    await agent.getByLabel('Insert an article').fill('find a missing file');
    await agent.getByRole('button', { name: 'Find' }).click();
    await agent.locator('.found').getByRole('button').first().click();
    await expect(agent.getByLabel('To A customer')).toHaveValue(/^Please look here:\n\w.*\nhttp\S+\/articles\/\S+\n$/);
    await agent.getByRole('button', { name: 'Send to customer@example.com' }).click();

    const answer = await mail.next(/Please look here:/);
    expect(answer.to).toEqual(['customer@example.com']);
    const taken = await fetch(`${HERE}/api/mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${MAIL_TOKEN}`, 'content-type': 'message/rfc822' },
      body: [
        'From: customer@example.com',
        'Subject: Re: your request',
        `In-Reply-To: ${/^Message-ID:\s+(<\S+>)/im.exec(answer.source)?.[1] ?? ''}`,
        'Message-ID: <reply@example.com>',
        '',
        'The menu is not there at all.',
        '',
        'On 22 Nov 2026, Northlight Help wrote:',
        '> Please look here:',
      ].join('\r\n'),
    });
    expect(taken.status).toBe(202);
    await expect(agent.getByText('The menu is not there at all.')).toBeVisible();

    await agent.getByText('Resolve it').click();
    await agent.getByLabel('What it turned out to be').selectOption('An article was wrong');
    await agent.getByLabel('Under which heading').fill('Folders');
    await agent.getByLabel(/^Why it happened/).fill('The menu moved in version 5.');
    await agent.getByRole('button', { name: 'Resolve, and ask whether it is mended' }).click();
    await expect(agent.getByRole('alert')).toContainText('The article "restore-a-file" has no heading "Folders".');
    await agent.getByLabel('Under which heading').fill('A whole folder');
    await agent.getByRole('button', { name: 'Resolve, and ask whether it is mended' }).click();
    await expect(
      agent.getByText(/resolved it: an article was wrong \(restore-a-file, “A whole folder”\)/),
    ).toBeVisible();
    await expect(agent.getByText('Resolve it')).toBeHidden();

    const asking = await mail.next(/The menu moved in version 5\./);
    const status = /https?:\/\/\S+\/requests\/\S+/.exec(
      asking.source.replaceAll('=\r\n', '').replaceAll('=3D', '='),
    )?.[0];
    const address = new URL(status ?? '');
    await customer.goto(address.pathname + address.search);
    await customer.getByLabel('What is still not right?').fill('It is in another menu now.');
    await customer.getByRole('button', { name: 'No, it is not mended' }).click();
    await expect(customer.getByText(/^It is with us again/)).toBeVisible();

    await expect(agent.getByText('It is in another menu now.')).toBeVisible();
    await agent.goto('/desk/');
    await expect(agent.getByRole('link', { name: /The folder is not in the list\./ })).toBeVisible();
    const insights = cli('insights');
    expect(insights).toContain('restore-a-file');
    expect(insights).toContain('A whole folder');
  } finally {
    await desk.close();
    await server.stop();
    await mail.close();
  }
});
