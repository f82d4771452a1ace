import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { readSettings } from '../../../src/server/settings.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test('every help desk is read with its own settings, in the order in which they are named', () => {
  const { helpDesks } = readSettings({
    HELP_DESKS: 'zendesk, smtp webhook,freshdesk zammad chatwoot help-scout',
    HELP_DESK_INNER_HOSTS: 'Zammad.internal',
    HELP_DESK_FIELDS: 'reference=360001,article=cf_article',
    ALERT_TO: 'alerts@example.com',
    SMTP_URL: 'smtps://me:secret@mail.example.com',
    SMTP_FROM: 'handrail@example.com',
    SMTP_TO: 'desk@example.com',
    WEBHOOK_URL: 'https://hooks.example.com/x?tenant=1',
    WEBHOOK_SECRETS: `${SECRET},${SECRET}`,
    ZENDESK_URL: 'https://example.zendesk.com/',
    ZENDESK_EMAIL: 'agent@example.com',
    ZENDESK_TOKEN: 'zd',
    FRESHDESK_URL: 'https://example.freshdesk.com',
    FRESHDESK_KEY: 'fd',
    ZAMMAD_URL: 'http://zammad.internal:3000',
    ZAMMAD_TOKEN: 'za',
    ZAMMAD_GROUP: 'Support',
    CHATWOOT_URL: 'https://chat.example.com',
    CHATWOOT_INBOX: 'inbox',
    CHATWOOT_HMAC_TOKEN: 'cw',
    HELP_SCOUT_APP_ID: 'hs',
    HELP_SCOUT_APP_SECRET: 'hss',
    HELP_SCOUT_MAILBOX: '85',
  });

  const fields = { reference: '360001', article: 'cf_article' };
  const mail = { url: 'smtps://me:secret@mail.example.com', from: 'handrail@example.com' };
  assert.deepEqual(helpDesks, {
    desks: [
      { kind: 'zendesk', url: 'https://example.zendesk.com', email: 'agent@example.com', token: 'zd', fields },
      { kind: 'smtp', ...mail, to: 'desk@example.com' },
      { kind: 'webhook', url: 'https://hooks.example.com/x?tenant=1', secrets: [SECRET, SECRET] },
      { kind: 'freshdesk', url: 'https://example.freshdesk.com', key: 'fd', fields },
      { kind: 'zammad', url: 'http://zammad.internal:3000', token: 'za', group: 'Support', fields },
      { kind: 'chatwoot', url: 'https://chat.example.com', inbox: 'inbox', hmacToken: 'cw' },
      { kind: 'help-scout', url: 'https://api.helpscout.net', appId: 'hs', appSecret: 'hss', mailboxId: 85, fields },
    ],
    innerHosts: ['zammad.internal'],
    mail,
    lettersPerHour: 100,
    alertTo: 'alerts@example.com',
  });
});

test('what a help desk lacks is told all at once', () => {
  const { message } = mistakesOf({ HELP_DESKS: 'zendesk,webhook', ZENDESK_URL: 'https://example.zendesk.com' });

  assert.equal(
    message,
    `4 mistakes in the settings. Nothing was started.

environment  ZENDESK_EMAIL
The help desk "zendesk" needs ZENDESK_EMAIL, which is not set.
Set it: Agent in whose name tickets are made.

environment  ZENDESK_TOKEN
The help desk "zendesk" needs ZENDESK_TOKEN, which is not set.
Set it: API token of Zendesk.

environment  WEBHOOK_URL
The help desk "webhook" needs WEBHOOK_URL, which is not set.
Set it: Where the desk "webhook" posts escalations.

environment  WEBHOOK_SECRETS
The help desk "webhook" needs WEBHOOK_SECRETS, which is not set.
Set it: Secrets with which the webhook is signed, the new one first.`,
  );
});

const single = [
  { env: { HELP_DESKS: 'zendisk' }, problem: 'HELP_DESKS names "zendisk", which no help desk here is called.' },
  { env: { HELP_DESKS: 'constructor' }, problem: 'HELP_DESKS names "constructor", which no help desk here is called.' },
  {
    env: { HELP_DESK_FIELDS: 'colour=7' },
    problem: 'HELP_DESK_FIELDS is not a list of fields and of what the desk calls them.',
  },
  { env: { ALERT_TO: 'a@b.example, c@d.example' }, problem: 'ALERT_TO is not an e-mail address.' },
  {
    env: { SMTP_URL: 'mail.example.com', SMTP_FROM: 'a@b.example' },
    problem: 'SMTP_URL is not the address of a mail server.',
  },
  {
    env: { SMTP_URL: 'smtp://me:100%sure@mail.example', SMTP_FROM: 'a@b.example' },
    problem: 'SMTP_URL is not the address of a mail server.',
  },
  { env: { IMAP_URL: 'imaps://me:100%sure@mail.example' }, problem: 'IMAP_URL is not the address of a mailbox.' },
  { env: { SMTP_URL: 'smtp://mail' }, problem: 'Mail is sent by SMTP_URL, but SMTP_FROM, its sender, is not set.' },
  { env: { WEBHOOK_URL: 'https://me:pw@x.example' }, problem: 'WEBHOOK_URL is not the address of a help desk.' },
  {
    env: { WEBHOOK_SECRETS: 'whsec_c2hvcnQ=' },
    problem: 'WEBHOOK_SECRETS holds a secret that is none of Standard Webhooks.',
  },
  { env: { ZENDESK_URL: 'example' }, problem: 'ZENDESK_URL is not the address of a help desk.' },
];
for (const { env, problem } of single) {
  const [[name, value] = []] = Object.entries(env);
  test(`${name}=${value} is refused with its own words`, () => {
    const { mistakes } = mistakesOf(env);

    assert.deepEqual(
      mistakes.map((mistake) => mistake.problem),
      [problem],
    );
    assert.notEqual(mistakes[0]?.fix, '');
  });
}

test('no secret of a help desk is ever repeated', () => {
  const { message } = mistakesOf({
    SMTP_URL: 'http://me:hunter2@mail.example.com',
    WEBHOOK_SECRETS: 'whsec_hunter2',
    WEBHOOK_URL: 'https://me:hunter2@x.example',
  });

  assert.doesNotMatch(message, /hunter2/);
});

function mistakesOf(env: Record<string, string>): Mistakes {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof Mistakes) return error;
  }
  return assert.fail('The settings were taken.');
}
