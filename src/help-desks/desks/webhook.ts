import { createHmac } from 'node:crypto';
import type { Delivery, DeliveryOutcome, FollowUp, HelpDesk, Ticket } from '../help-desk.ts';
import { failureOf } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type WebhookSettings = { kind: 'webhook'; url: string; secrets: readonly string[] };

/**
 * Posts escalations to a program of your own, signed after Standard Webhooks 1.0.0. Each try carries the same
 * `webhook-id`, so that a receiver that keeps it takes each escalation once.
 */
export function webhook({ url, secrets }: WebhookSettings, http: HttpClient): HelpDesk {
  const post = async (id: string, body: string, ticket: Ticket, now: Temporal.Instant): Promise<DeliveryOutcome> => {
    const timestamp = Math.floor(now.epochMilliseconds / 1000);
    const answer = await http({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatures(secrets, id, timestamp, body),
      },
      body,
    });
    const isTaken = answer.kind === 'answer' && answer.status >= 200 && answer.status < 300;
    return isTaken ? { kind: 'delivered', ticket } : failureOf(answer, 'The webhook', now);
  };
  return {
    kind: 'webhook',
    title: 'The webhook',
    deliver: (delivery, { now }) => post(delivery.id, bodyOf(delivery), { id: delivery.id }, now),
    add: (followUp, ticket, { now }) => post(followUp.id, addedBodyOf(followUp, ticket), ticket, now),
  };
}

/** One signature per secret, so that a receiver may know the old or the new one while they are rotated. */
export function signatures(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}

function bodyOf({ reference, subject, text, requester, fields }: Delivery): string {
  return JSON.stringify({ type: 'escalation.opened', data: { reference, subject, text, requester, fields } });
}

/** `ticket` is the `webhook-id` of what it goes on with. */
function addedBodyOf({ what, at, reference, subject, text, requester, fields }: FollowUp, ticket: Ticket): string {
  return JSON.stringify({
    type: `escalation.${what}`,
    timestamp: at.toString(),
    data: { reference, ticket: ticket.id, subject, text, requester, fields },
  });
}
