import { z } from 'zod';
import { namedFields, referenceTag, tagsOf, type FieldNames } from '../fields.ts';
import { firstSince } from '../first-since.ts';
import type { Delivery, FollowUp, HelpDesk } from '../help-desk.ts';
import { htmlOf } from '../html-of.ts';
import { failureOf, jsonIn, notAdded, notRead, notSeen } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type FreshdeskSettings = { kind: 'freshdesk'; url: string; key: string; fields: FieldNames };

const Created = z.object({ id: z.number() });
const Results = z.object({ results: z.array(z.object({ id: z.number() })) });

const Kept = z.object({
  id: z.number(),
  status: z.number(),
  requester_id: z.number(),
  deleted: z.boolean().nullish(),
  spam: z.boolean().nullish(),
});
const Conversations = z.array(z.object({ body_text: z.string().nullish() }));
const Stats = z.object({
  stats: z.object({
    first_responded_at: z.iso.datetime({ offset: true }).nullish(),
    agent_responded_at: z.iso.datetime({ offset: true }).nullish(),
  }),
});

const OPEN = 2;
const LOW = 1;
const PER_PAGE = 100;
const MOST_PAGES = 5;
const TITLE = 'Freshdesk';

/**
 * Tickets API of Freshdesk. It knows no keys, so each ticket has a tag with our reference, by which it is found
 * before a second try; a new one may take some minutes to be found. What is added to one is looked for in its
 * conversation. https://developers.freshdesk.com/api/#tickets and #add_note_to_a_ticket
 */
export function freshdesk({ url, key, fields }: FreshdeskSettings, http: HttpClient): HelpDesk {
  const authorization = `Basic ${Buffer.from(`${key}:X`).toString('base64')}`;
  const ticket = (id: number | string) => ({ id: String(id), url: `${url}/a/tickets/${id}` });
  const read = (path: string) => http({ method: 'GET', url: `${url}/api/v2${path}`, headers: { authorization } });
  const write = (method: 'POST' | 'PUT', path: string, body: unknown) =>
    http({
      method,
      url: `${url}/api/v2${path}`,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    kind: 'freshdesk',
    title: TITLE,
    indexLagMs: 300_000,

    deliver: async (delivery, { now }) => {
      const answer = await write('POST', '/tickets', bodyOf(delivery, fields));
      const created = Created.safeParse(jsonIn(answer));
      if (created.success) return { kind: 'delivered', ticket: ticket(created.data.id) };
      return failureOf(answer, TITLE, now);
    },

    add: async (followUp, made, { now }) => {
      // A number at another address is somebody else's ticket.
      if (made.url !== ticket(made.id).url) return { kind: 'gone', reason: `${made.id} is no ticket of this desk.` };
      const path = `/tickets/${made.id}`;
      const before = await read(path);
      const kept = Kept.safeParse(jsonIn(before));
      if (!kept.success) return notRead(before, TITLE, now);
      const { status, requester_id, deleted, spam } = kept.data;
      if (deleted === true || spam === true) {
        return { kind: 'gone', reason: `${TITLE} has thrown ticket ${made.id} away.` };
      }
      // Before the note: to open it twice does no harm, and whether this was delivered hangs on the note alone.
      if (followUp.what !== 'mended' && status !== OPEN) {
        const answer = await write('PUT', path, { status: OPEN });
        if (!Created.safeParse(jsonIn(answer)).success) return notRead(answer, TITLE, now);
      }
      const answer = await write('POST', `${path}/notes`, noteOf(followUp, requester_id));
      const added = Created.safeParse(jsonIn(answer));
      return added.success ? { kind: 'delivered', ticket: made } : notAdded(answer, TITLE, now);
    },

    findIn: async ({ mark }, made, { now }) => {
      for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await read(`/tickets/${made.id}/conversations?per_page=${PER_PAGE}&page=${page}`);
        const found = Conversations.safeParse(jsonIn(answer));
        if (!found.success) return notSeen(answer, TITLE, now);
        if (found.data.some(({ body_text }) => body_text?.includes(mark))) return { kind: 'found', ticket: made };
        if (found.data.length < PER_PAGE) break;
      }
      return { kind: 'not-there' };
    },

    answered: async (made, { since }) => {
      if (made.url !== ticket(made.id).url) return { kind: 'unknown' };
      const found = Stats.safeParse(jsonIn(await read(`/tickets/${made.id}?include=stats`)));
      if (!found.success) return { kind: 'unknown' };
      // The first and the latest answer are all that it tells.
      const { first_responded_at, agent_responded_at } = found.data.stats;
      const answers = [first_responded_at, agent_responded_at].filter((at) => at !== null && at !== undefined);
      return firstSince(
        since,
        answers.map((at) => Temporal.Instant.from(at)),
      );
    },

    find: async ({ reference }, { now }) => {
      // The quotes belong to what Freshdesk calls a query.
      const query = new URLSearchParams({ query: `"tag:'${referenceTag(reference)}'"` });
      const answer = await read(`/search/tickets?${query}`);
      const results = Results.safeParse(jsonIn(answer));
      if (!results.success) return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true };
      const [found] = results.data.results;
      return found ? { kind: 'found', ticket: ticket(found.id) } : { kind: 'not-there' };
    },
  };
}

function bodyOf(delivery: Delivery, names: FieldNames) {
  const { subject, text, requester, fields } = delivery;
  return {
    name: requester.name,
    ...(requester.email !== undefined && { email: requester.email }),
    ...(requester.phone !== undefined && { phone: requester.phone }),
    subject,
    description: htmlOf(text),
    status: OPEN,
    priority: LOW,
    tags: tagsOf(delivery),
    custom_fields: Object.fromEntries(namedFields(fields, names)),
  };
}

/** What a customer writes came in from them; that it is mended is a note for the team. */
function noteOf({ what, text }: FollowUp, requesterId: number) {
  const body = htmlOf(text);
  return what === 'mended' ? { body, private: true } : { body, private: false, incoming: true, user_id: requesterId };
}
