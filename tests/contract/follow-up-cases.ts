import { chatwootStub } from '../fixtures/desks/chatwoot-stub.ts';
import type { HttpDesk } from '../fixtures/desks/desk-settings.ts';
import { basic, type DeskStub, type Fate } from '../fixtures/desks/desk-stub.ts';
import { freshdeskStub } from '../fixtures/desks/freshdesk-stub.ts';
import { helpScoutStub } from '../fixtures/desks/help-scout-stub.ts';
import { webhookStub } from '../fixtures/desks/webhook-stub.ts';
import { zammadStub } from '../fixtures/desks/zammad-stub.ts';
import { zendeskStub } from '../fixtures/desks/zendesk-stub.ts';
import { NAME } from '../fixtures/follow-ups.ts';

const SUBJECT = '[7K3F-9Q2M] It beeps & stays dark.';

type Asked = { method: string; path: string; headers: Record<string, string>; body: unknown };

export type Case = {
  kind: HttpDesk;
  stub: (fate: () => Fate) => DeskStub;
  /** How a ticket stands that an agent has solved, and one that waits for an agent. */
  solved?: string;
  open?: string;
  /** In which ways a ticket takes nothing more. */
  lost: readonly string[];
  /** The requests that change something, in order, each with every field. */
  asked: (text: string, what: 'message' | 'mended') => Asked[];
};

const json = { 'content-type': 'application/json' };
const zendesk = { authorization: basic('agent@northlight.example/token', 'zd-token'), ...json };
const freshdesk = { authorization: basic('fd-key', 'X'), ...json };
const inbox = '/public/api/v1/inboxes/inbox-1/contacts/e1-desk/conversations/400';

/** What each help desk is asked for when something is added to a ticket that was made before. */
export const cases: Case[] = [
  {
    kind: 'zendesk',
    stub: zendeskStub,
    solved: 'solved',
    open: 'open',
    lost: ['closed', 'deleted'],
    asked: (text, what) => {
      const body =
        what === 'mended'
          ? { ticket: { comment: { body: text, public: false } } }
          : { ticket: { comment: { body: text, public: true, author_id: 9_000 }, status: 'open' } };
      return [{ method: 'PUT', path: '/api/v2/tickets/100.json', headers: zendesk, body }];
    },
  },
  {
    kind: 'freshdesk',
    stub: freshdeskStub,
    solved: '4',
    open: '2',
    lost: ['deleted', 'spam', 'destroyed'],
    asked: (text, what) => {
      const path = '/api/v2/tickets/200/notes';
      const body = text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\n', '<br>\n');
      if (what === 'mended') return [{ method: 'POST', path, headers: freshdesk, body: { body, private: true } }];
      const note = { body, private: false, incoming: true, user_id: 9_200 };
      return [
        { method: 'PUT', path: '/api/v2/tickets/200', headers: freshdesk, body: { status: 2 } },
        { method: 'POST', path, headers: freshdesk, body: note },
      ];
    },
  },
  {
    kind: 'zammad',
    stub: zammadStub,
    solved: 'closed',
    open: 'open',
    lost: ['merged', 'removed', 'deleted'],
    asked: (text, what) => {
      const article = { subject: SUBJECT, body: text, type: 'note', content_type: 'text/plain' };
      const body =
        what === 'mended'
          ? { article: { ...article, internal: true } }
          : { state: 'open', article: { ...article, sender: 'Customer', origin_by_id: 9_300, internal: false } };
      const headers = { authorization: 'Token token=za-token', ...json };
      return [{ method: 'PUT', path: '/api/v1/tickets/300', headers, body }];
    },
  },
  {
    kind: 'chatwoot',
    stub: chatwootStub,
    solved: 'resolved',
    open: 'open',
    lost: ['deleted'],
    asked: (text, what) => [
      { method: 'POST', path: `${inbox}/messages`, headers: json, body: { content: text, echo_id: 'v1-desk' } },
      ...(what === 'mended' ? [{ method: 'POST', path: `${inbox}/toggle_status`, headers: json, body: {} }] : []),
    ],
  },
  {
    kind: 'help-scout',
    stub: helpScoutStub,
    solved: 'closed',
    open: 'active',
    lost: ['deleted', 'gone', 'merged', 'full'],
    asked: (text, what) => [
      {
        method: 'POST',
        path: `/v2/conversations/500/${what === 'mended' ? 'notes' : 'customer'}`,
        headers: { authorization: 'Bearer hs-1', ...json },
        body: what === 'mended' ? { text } : { customer: { id: 9_500 }, text },
      },
    ],
  },
  {
    kind: 'webhook',
    stub: webhookStub,
    lost: [],
    asked: (text, what) => [
      {
        method: 'POST',
        path: '/hook',
        headers: { ...json, 'webhook-id': 'v1-desk' },
        body: {
          type: `escalation.${what}`,
          timestamp: '2026-11-24T14:05:00Z',
          data: {
            reference: '7K3F-9Q2M',
            ticket: 'e1-desk',
            subject: SUBJECT,
            text,
            requester: { name: NAME, email: 'zoe@example.com' },
            fields: {
              reference: '7K3F-9Q2M',
              channel: 'email',
              promisedBy: '2026-11-24T18:00:00Z',
              version: '11',
            },
          },
        },
      },
    ],
  },
];
