import type { DeskSettings } from '../../src/help-desks/help-desks.ts';
import { chatwootStub } from '../fixtures/desks/chatwoot-stub.ts';
import { deskSettings } from '../fixtures/desks/desk-settings.ts';
import { basic, type DeskStub, type Fate } from '../fixtures/desks/desk-stub.ts';
import { freshdeskStub } from '../fixtures/desks/freshdesk-stub.ts';
import { helpScoutStub } from '../fixtures/desks/help-scout-stub.ts';
import { webhookStub } from '../fixtures/desks/webhook-stub.ts';
import { zammadStub } from '../fixtures/desks/zammad-stub.ts';
import { zendeskStub } from '../fixtures/desks/zendesk-stub.ts';

export type Case = {
  kind: string;
  settings: (url: string) => DeskSettings;
  stub: (fate: () => Fate) => DeskStub;
  ticket: { id: string; url?: string };
  /** The request that makes the ticket, and what it says, with every field. */
  asked: { path: string; headers: Record<string, string>; body: unknown };
};

const TEXT = `<script>alert("1")</script>
It beeps & stays dark. 👩‍🔧

--
Write to Zoë <b>O’Neill</b>, zoe@example.com.
We promised an answer by Mon 23 Nov 2026, 10:40 (Europe/London).
Their reference: 7K3F-9Q2M.

What they did before:
- Read "computer-will-not-start" for version 11, home.
`;

const HTML = TEXT.replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')
  .replaceAll('"', '&quot;')
  .replaceAll('\n', '<br>\n');

const SUBJECT = '[7K3F-9Q2M] <script>alert("1")</script>';
const NAME = 'Zoë <b>O’Neill</b>';
const FIELDS = {
  reference: '7K3F-9Q2M',
  channel: 'email',
  promisedBy: '2026-11-23T10:40:00Z',
  article: 'computer-will-not-start',
  version: '11',
  audience: 'home',
};

const TAGS = ['handrail', 'handrail-7k3f-9q2m', 'email', 'article-computer-will-not-start', 'version-11', 'for-home'];

/** What each help desk is asked for when a ticket is made, and what it answers. */
export const cases: Case[] = [
  {
    kind: 'zendesk',
    settings: (url) => deskSettings.zendesk(url, { reference: '360001', article: '360002', phone: '360003' }),
    stub: zendeskStub,
    ticket: { id: '100', url: '/agent/tickets/100' },
    asked: {
      path: '/api/v2/tickets.json',
      headers: {
        authorization: basic('agent@northlight.example/token', 'zd-token'),
        'content-type': 'application/json',
        'idempotency-key': 'e1-desk',
      },
      body: {
        ticket: {
          requester: { name: NAME, email: 'zoe@example.com' },
          subject: SUBJECT,
          comment: { body: TEXT, public: true },
          custom_fields: [
            { id: 360001, value: '7K3F-9Q2M' },
            { id: 360002, value: 'computer-will-not-start' },
          ],
          tags: TAGS,
          external_id: '7K3F-9Q2M',
        },
      },
    },
  },
  {
    kind: 'freshdesk',
    settings: (url) => deskSettings.freshdesk(url, { reference: 'cf_reference' }),
    stub: freshdeskStub,
    ticket: { id: '200', url: '/a/tickets/200' },
    asked: {
      path: '/api/v2/tickets',
      headers: { authorization: basic('fd-key', 'X'), 'content-type': 'application/json' },
      body: {
        name: NAME,
        email: 'zoe@example.com',
        subject: SUBJECT,
        description: HTML,
        status: 2,
        priority: 1,
        tags: TAGS,
        custom_fields: { cf_reference: '7K3F-9Q2M' },
      },
    },
  },
  {
    kind: 'zammad',
    settings: (url) => deskSettings.zammad(url, { reference: 'zammad_reference' }),
    stub: zammadStub,
    ticket: { id: '300', url: '/#ticket/zoom/300' },
    asked: {
      path: '/api/v1/tickets',
      headers: { authorization: 'Token token=za-token', 'content-type': 'application/json' },
      body: {
        title: SUBJECT,
        group: 'Support',
        customer_id: 'guess:zoe@example.com',
        article: { subject: SUBJECT, body: TEXT, type: 'note', content_type: 'text/plain', internal: false },
        tags: TAGS.join(','),
        zammad_reference: '7K3F-9Q2M',
      },
    },
  },
  ...(['contact', 'conversation', 'message'] as const).map((step): Case => {
    const contact = '/public/api/v1/inboxes/inbox-1/contacts';
    return {
      kind: `chatwoot, at its ${step},`,
      settings: deskSettings.chatwoot,
      stub: (fate) => chatwootStub(fate, step),
      ticket: { id: 'e1-desk/400' },
      asked: {
        path: {
          contact,
          conversation: `${contact}/e1-desk/conversations`,
          message: `${contact}/e1-desk/conversations/400/messages`,
        }[step],
        headers: { 'content-type': 'application/json' },
        body: {
          contact: {
            source_id: 'e1-desk',
            identifier: 'zoe@example.com',
            // printf zoe@example.com | openssl dgst -sha256 -hmac cw-hmac
            identifier_hash: 'c1d790bbca4eadd4175fd2d4f3ae3f55382c4d6624858e41ae15f17d40e65452',
            email: 'zoe@example.com',
            name: NAME,
            custom_attributes: {},
          },
          conversation: { custom_attributes: FIELDS },
          message: { content: `${SUBJECT}\n\n${TEXT}`, echo_id: 'e1-desk' },
        }[step],
      },
    };
  }),
  {
    kind: 'help-scout',
    settings: (url) => deskSettings['help-scout'](url, { reference: '7001' }),
    stub: helpScoutStub,
    ticket: { id: '500', url: 'https://secure.helpscout.net/conversation/500' },
    asked: {
      path: '/v2/conversations',
      headers: { authorization: 'Bearer hs-1', 'content-type': 'application/json' },
      body: {
        subject: SUBJECT,
        customer: { email: 'zoe@example.com', firstName: 'Zoë', lastName: '<b>O’Neill</b>' },
        mailboxId: 85,
        type: 'email',
        status: 'active',
        threads: [{ type: 'customer', customer: { email: 'zoe@example.com' }, text: TEXT }],
        tags: TAGS,
        fields: [{ id: 7001, value: '7K3F-9Q2M' }],
      },
    },
  },
  {
    kind: 'webhook',
    settings: deskSettings.webhook,
    stub: webhookStub,
    ticket: { id: 'e1-desk' },
    asked: {
      path: '/hook',
      headers: { 'content-type': 'application/json', 'webhook-id': 'e1-desk' },
      body: {
        type: 'escalation.opened',
        data: {
          reference: '7K3F-9Q2M',
          subject: SUBJECT,
          text: TEXT,
          requester: { name: NAME, email: 'zoe@example.com' },
          fields: FIELDS,
        },
      },
    },
  },
];
