import { z } from 'zod';
import { namedFields, tagsOf, type FieldNames } from '../fields.ts';
import { firstSince } from '../first-since.ts';
import type { Delivery, FollowUp, HelpDesk } from '../help-desk.ts';
import { failureOf, jsonIn, notAdded, notRead, notSeen } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type ZammadSettings = { kind: 'zammad'; url: string; token: string; group: string; fields: FieldNames };

const Created = z.object({ id: z.number(), number: z.union([z.string(), z.number()]).optional() });
const Results = z.array(z.object({ id: z.number(), title: z.string() }));

const Kept = z.object({
  id: z.number(),
  state: z.string(),
  customer_id: z.number(),
  first_response_at: z.iso.datetime({ offset: true }).nullish(),
  last_contact_agent_at: z.iso.datetime({ offset: true }).nullish(),
});
const Articles = z.array(z.object({ body: z.string() }));

/** States that Zammad has for tickets that went into another one, or away. */
const TAKES_NOTHING = ['merged', 'removed'];
const TITLE = 'Zammad';

/**
 * Tickets API of Zammad. After a timeout nobody knows whether the ticket exists (zammad/zammad#5628), so our
 * reference stands in its title, and is searched for before a second try. What is added is an article that comes with
 * the state in one update, so that neither is there without the other. https://docs.zammad.org/en/latest/api/ticket/
 */
export function zammad({ url, token, group, fields }: ZammadSettings, http: HttpClient): HelpDesk {
  const authorization = `Token token=${token}`;
  const ticket = (id: number | string) => ({ id: String(id), url: `${url}/#ticket/zoom/${id}` });
  const read = (path: string) => http({ method: 'GET', url: `${url}/api/v1${path}`, headers: { authorization } });
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

    add: async (followUp, made, { now }) => {
      // A number at another address is somebody else's ticket.
      if (made.url !== ticket(made.id).url) return { kind: 'gone', reason: `${made.id} is no ticket of this desk.` };
      const before = await read(`/tickets/${made.id}?expand=true`);
      const kept = Kept.safeParse(jsonIn(before));
      if (!kept.success) return notRead(before, TITLE, now);
      const { state, customer_id } = kept.data;
      if (TAKES_NOTHING.includes(state)) return { kind: 'gone', reason: `${TITLE} has ${state} ticket ${made.id}.` };
      const answer = await http({
        method: 'PUT',
        url: `${url}/api/v1/tickets/${made.id}`,
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(articleOf(followUp, customer_id)),
      });
      const added = Created.safeParse(jsonIn(answer));
      return added.success ? { kind: 'delivered', ticket: made } : notAdded(answer, TITLE, now);
    },

    findIn: async ({ mark }, made, { now }) => {
      const answer = await read(`/ticket_articles/by_ticket/${made.id}`);
      const articles = Articles.safeParse(jsonIn(answer));
      if (!articles.success) return notSeen(answer, TITLE, now);
      const isThere = articles.data.some(({ body }) => body.includes(mark));
      return isThere ? { kind: 'found', ticket: made } : { kind: 'not-there' };
    },

    answered: async (made, { since }) => {
      if (made.url !== ticket(made.id).url) return { kind: 'unknown' };
      const kept = Kept.safeParse(jsonIn(await read(`/tickets/${made.id}?expand=true`)));
      if (!kept.success) return { kind: 'unknown' };
      // Both count what goes out to the customer alone, not notes, of which our own opening is one.
      const { first_response_at, last_contact_agent_at } = kept.data;
      const answers = [first_response_at, last_contact_agent_at].filter((at) => at !== null && at !== undefined);
      return firstSince(
        since,
        answers.map((at) => Temporal.Instant.from(at)),
      );
    },

    find: async ({ reference }, { now }) => {
      const query = new URLSearchParams({ query: `title:"${reference}"`, limit: '10', expand: 'true' });
      const answer = await read(`/tickets/search?${query}`);
      const results = Results.safeParse(jsonIn(answer));
      if (!results.success) return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true };
      // What goes on with another ticket has its reference, and a slash behind it.
      const found = results.data.find(({ title }) => title.replaceAll(`${reference}/`, '').includes(reference));
      return found ? { kind: 'found', ticket: ticket(found.id) } : { kind: 'not-there' };
    },
  };
}

/** Zammad makes a customer out of an e-mail address; without one it needs one that it can make up. */
function bodyOf(delivery: Delivery, group: string, names: FieldNames): string {
  const { subject, text, requester, fields } = delivery;
  const customer =
    requester.email === undefined
      ? { customer: { firstname: requester.name, phone: requester.phone, login: `handrail-${fields.reference}` } }
      : { customer_id: `guess:${requester.email}` };
  return JSON.stringify({
    title: subject,
    group,
    ...customer,
    article: { subject, body: text, type: 'note', content_type: 'text/plain', internal: false },
    tags: tagsOf(delivery).join(','),
    ...Object.fromEntries(namedFields(fields, names)),
  });
}

/** What a customer writes is theirs, and opens the ticket again; that it is mended is a note for the team. */
function articleOf({ what, subject, text }: FollowUp, customerId: number) {
  const article = { subject, body: text, type: 'note', content_type: 'text/plain' };
  return what === 'mended'
    ? { article: { ...article, internal: true } }
    : { state: 'open', article: { ...article, sender: 'Customer', origin_by_id: customerId, internal: false } };
}
