import { z } from 'zod';
import { namedFields, referenceTag, tagsOf, type FieldNames } from '../fields.ts';
import type { Delivery, HelpDesk } from '../help-desk.ts';
import { htmlOf } from '../html-of.ts';
import { failureOf, jsonIn } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type FreshdeskSettings = { kind: 'freshdesk'; url: string; key: string; fields: FieldNames };

const Created = z.object({ id: z.number() });
const Results = z.object({ results: z.array(z.object({ id: z.number() })) });

const OPEN = 2;
const LOW = 1;
const TITLE = 'Freshdesk';

/**
 * Tickets API of Freshdesk. It knows no keys, so each ticket has a tag with our reference, by which it is found
 * before a second try; a new one may take some minutes to be found. https://developers.freshdesk.com/api/#tickets
 */
export function freshdesk({ url, key, fields }: FreshdeskSettings, http: HttpClient): HelpDesk {
  const authorization = `Basic ${Buffer.from(`${key}:X`).toString('base64')}`;
  const ticket = (id: number) => ({ id: String(id), url: `${url}/a/tickets/${id}` });
  return {
    kind: 'freshdesk',
    title: TITLE,
    indexLagMs: 300_000,

    deliver: async (delivery, { now }) => {
      const answer = await http({
        method: 'POST',
        url: `${url}/api/v2/tickets`,
        headers: { authorization, 'content-type': 'application/json' },
        body: bodyOf(delivery, fields),
      });
      const created = Created.safeParse(jsonIn(answer));
      if (created.success) return { kind: 'delivered', ticket: ticket(created.data.id) };
      return failureOf(answer, TITLE, now);
    },

    find: async ({ reference }, { now }) => {
      // The quotes belong to what Freshdesk calls a query.
      const query = new URLSearchParams({ query: `"tag:'${referenceTag(reference)}'"` });
      const headers = { authorization };
      const answer = await http({ method: 'GET', url: `${url}/api/v2/search/tickets?${query}`, headers });
      const results = Results.safeParse(jsonIn(answer));
      if (!results.success) return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true };
      const [found] = results.data.results;
      return found ? { kind: 'found', ticket: ticket(found.id) } : { kind: 'not-there' };
    },
  };
}

function bodyOf({ subject, text, requester, fields }: Delivery, names: FieldNames): string {
  return JSON.stringify({
    name: requester.name,
    ...(requester.email !== undefined && { email: requester.email }),
    ...(requester.phone !== undefined && { phone: requester.phone }),
    subject,
    description: htmlOf(text),
    status: OPEN,
    priority: LOW,
    tags: tagsOf(fields),
    custom_fields: Object.fromEntries(namedFields(fields, names)),
  });
}
