import { z } from 'zod';
import { namedFields, tagsOf, type FieldNames } from '../fields.ts';
import type { Delivery, HelpDesk } from '../help-desk.ts';
import { failureOf, jsonIn } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type ZendeskSettings = { kind: 'zendesk'; url: string; email: string; token: string; fields: FieldNames };

const Created = z.object({ ticket: z.object({ id: z.number() }) });
const Results = z.object({ results: z.array(z.object({ id: z.number(), external_id: z.string().nullish() })) });
const Refusal = z.object({ error: z.string() });

const TWO_HOURS_MS = 7_200_000;
const TITLE = 'Zendesk';

/**
 * Tickets API of Zendesk. For about two hours a second try with the same key and body gets the first ticket back.
 * Before one we look for our reference all the same: our clock may have been set back, and say that it is early. https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
 */
export function zendesk({ url, email, token, fields }: ZendeskSettings, http: HttpClient): HelpDesk {
  const authorization = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`;
  const ticket = (id: number) => ({ id: String(id), url: `${url}/agent/tickets/${id}` });
  return {
    kind: 'zendesk',
    title: TITLE,
    indexLagMs: 180_000,

    deliver: async (delivery, { now }) => {
      const answer = await http({
        method: 'POST',
        url: `${url}/api/v2/tickets.json`,
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': delivery.id },
        body: bodyOf(delivery, fields),
      });
      const created = Created.safeParse(jsonIn(answer));
      if (created.success) return { kind: 'delivered', ticket: ticket(created.data.ticket.id) };
      // 409: two requests changed the same thing at once, and this one did nothing.
      const failure = failureOf(answer, TITLE, now, [409]);
      // The same key with another body, as after a change of the settings: the first one was taken.
      return failure.kind === 'rejected' && answer.kind === 'answer' && isUsedKey(answer.text)
        ? { ...failure, kind: 'retry', mayBeThere: true, afterMs: TWO_HOURS_MS }
        : failure;
    },

    find: async ({ reference }, { now }) => {
      const query = new URLSearchParams({ query: `type:ticket external_id:"${reference}"` });
      const headers = { authorization };
      const answer = await http({ method: 'GET', url: `${url}/api/v2/search.json?${query}`, headers });
      const results = Results.safeParse(jsonIn(answer));
      if (!results.success) return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true };
      const found = results.data.results.find(({ external_id }) => external_id === reference);
      return found ? { kind: 'found', ticket: ticket(found.id) } : { kind: 'not-there' };
    },
  };
}

/** Always the same text for the same delivery: another one under the same key is refused. */
function bodyOf({ reference, subject, text, requester, fields }: Delivery, names: FieldNames): string {
  return JSON.stringify({
    ticket: {
      requester: { name: requester.name, ...(requester.email !== undefined && { email: requester.email }) },
      subject,
      comment: { body: text, public: true },
      custom_fields: namedFields(fields, names).map(([id, value]) => ({ id: Number(id), value })),
      tags: tagsOf(fields),
      external_id: reference,
    },
  });
}

function isUsedKey(text: string): boolean {
  try {
    return Refusal.parse(JSON.parse(text)).error === 'IdempotentRequestError';
  } catch {
    return false;
  }
}
