import { z } from 'zod';
import { namedFields, tagsOf, type FieldNames } from '../fields.ts';
import type { Delivery, HelpDesk } from '../help-desk.ts';
import { failureOf, jsonIn } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type ZammadSettings = { kind: 'zammad'; url: string; token: string; group: string; fields: FieldNames };

const Created = z.object({ id: z.number(), number: z.union([z.string(), z.number()]).optional() });
const Results = z.array(z.object({ id: z.number(), title: z.string() }));

const TITLE = 'Zammad';

/**
 * Tickets API of Zammad. After a timeout nobody knows whether the ticket exists (zammad/zammad#5628), so our
 * reference stands in its title, and is searched for before a second try.
 */
export function zammad({ url, token, group, fields }: ZammadSettings, http: HttpClient): HelpDesk {
  const authorization = `Token token=${token}`;
  const ticket = (id: number) => ({ id: String(id), url: `${url}/#ticket/zoom/${id}` });
  return {
    kind: 'zammad',
    title: TITLE,
    indexLagMs: 120_000,

    deliver: async (delivery, { now }) => {
      const answer = await http({
        method: 'POST',
        url: `${url}/api/v1/tickets`,
        headers: { authorization, 'content-type': 'application/json' },
        body: bodyOf(delivery, group, fields),
      });
      const created = Created.safeParse(jsonIn(answer));
      if (created.success) return { kind: 'delivered', ticket: ticket(created.data.id) };
      return failureOf(answer, TITLE, now);
    },

    find: async ({ reference }, { now }) => {
      const query = new URLSearchParams({ query: `title:"${reference}"`, limit: '10', expand: 'true' });
      const headers = { authorization };
      const answer = await http({ method: 'GET', url: `${url}/api/v1/tickets/search?${query}`, headers });
      const results = Results.safeParse(jsonIn(answer));
      if (!results.success) return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true };
      const found = results.data.find(({ title }) => title.includes(reference));
      return found ? { kind: 'found', ticket: ticket(found.id) } : { kind: 'not-there' };
    },
  };
}

/** Zammad makes a customer out of an e-mail address; without one it needs one that it can make up. */
function bodyOf({ subject, text, requester, fields }: Delivery, group: string, names: FieldNames): string {
  const customer =
    requester.email === undefined
      ? { customer: { firstname: requester.name, phone: requester.phone, login: `handrail-${fields.reference}` } }
      : { customer_id: `guess:${requester.email}` };
  return JSON.stringify({
    title: subject,
    group,
    ...customer,
    article: { subject, body: text, type: 'note', content_type: 'text/plain', internal: false },
    tags: tagsOf(fields).join(','),
    ...Object.fromEntries(namedFields(fields, names)),
  });
}
