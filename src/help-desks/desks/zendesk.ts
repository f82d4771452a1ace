import { z } from 'zod';
import { namedFields, tagsOf, type FieldNames } from '../fields.ts';
import { firstSince } from '../first-since.ts';
import type { Delivery, FollowUp, HelpDesk } from '../help-desk.ts';
import { failureOf, jsonIn, notAdded, notRead, notSeen } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type ZendeskSettings = { kind: 'zendesk'; url: string; email: string; token: string; fields: FieldNames };

const Created = z.object({ ticket: z.object({ id: z.number() }) });
const Results = z.object({ results: z.array(z.object({ id: z.number(), external_id: z.string().nullish() })) });
const Refusal = z.object({ error: z.string() });

const Kept = z.object({ ticket: z.object({ id: z.number(), status: z.string(), requester_id: z.number() }) });
const Comments = z.object({
  comments: z.array(
    z.object({ body: z.string(), public: z.boolean(), author_id: z.number(), created_at: z.iso.datetime() }),
  ),
  users: z.array(z.object({ id: z.number(), role: z.string() })).default([]),
});

/** States in which a ticket takes no comment any more. A ticket that was merged into another one is closed, too. */
const TAKES_NOTHING = ['closed', 'deleted'];
const TWO_HOURS_MS = 7_200_000;
const TITLE = 'Zendesk';

/**
 * Tickets API of Zendesk. For about two hours a second try with the same key and body gets the first ticket back.
 * Before one we look for our reference all the same: our clock may have been set back, and say that it is early.
 * Updates take no key, so what was added is looked for in the comments.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ and …/tickets/ticket_comments/
 */
export function zendesk({ url, email, token, fields }: ZendeskSettings, http: HttpClient): HelpDesk {
  const authorization = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`;
  const ticket = (id: number | string) => ({ id: String(id), url: `${url}/agent/tickets/${id}` });
  const read = (path: string) => http({ method: 'GET', url: `${url}/api/v2${path}`, headers: { authorization } });
  /** The newest hundred, with who wrote them. */
  const comments = (id: string) => read(`/tickets/${id}/comments.json?sort_order=desc&per_page=100&include=users`);
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

    add: async (followUp, made, { now }) => {
      // A number at another address is somebody else's ticket.
      if (made.url !== ticket(made.id).url) return { kind: 'gone', reason: `${made.id} is no ticket of this desk.` };
      const before = await read(`/tickets/${made.id}.json`);
      const kept = Kept.safeParse(jsonIn(before));
      if (!kept.success) return notRead(before, TITLE, now);
      const { status, requester_id } = kept.data.ticket;
      if (TAKES_NOTHING.includes(status)) return { kind: 'gone', reason: `${TITLE} has closed ticket ${made.id}.` };
      const answer = await http({
        method: 'PUT',
        url: `${url}/api/v2/tickets/${made.id}.json`,
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ ticket: commentOf(followUp, requester_id) }),
      });
      const added = Created.safeParse(jsonIn(answer));
      return added.success ? { kind: 'delivered', ticket: made } : notAdded(answer, TITLE, now, [409]);
    },

    findIn: async ({ mark }, made, { now }) => {
      const answer = await comments(made.id);
      const former = Comments.safeParse(jsonIn(answer));
      if (!former.success) return notSeen(answer, TITLE, now);
      const isThere = former.data.comments.some(({ body }) => body.includes(mark));
      return isThere ? { kind: 'found', ticket: made } : { kind: 'not-there' };
    },

    answered: async (made, { since }) => {
      if (made.url !== ticket(made.id).url) return { kind: 'unknown' };
      const former = Comments.safeParse(jsonIn(await comments(made.id)));
      if (!former.success) return { kind: 'unknown' };
      const agents = new Set(former.data.users.flatMap(({ id, role }) => (role === 'end-user' ? [] : [id])));
      const answers = former.data.comments.filter((comment) => comment.public && agents.has(comment.author_id));
      return firstSince(
        since,
        answers.map(({ created_at }) => Temporal.Instant.from(created_at)),
      );
    },

    find: async ({ reference }, { now }) => {
      const query = new URLSearchParams({ query: `type:ticket external_id:"${reference}"` });
      const answer = await read(`/search.json?${query}`);
      const results = Results.safeParse(jsonIn(answer));
      if (!results.success) return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true };
      const found = results.data.results.find(({ external_id }) => external_id === reference);
      return found ? { kind: 'found', ticket: ticket(found.id) } : { kind: 'not-there' };
    },
  };
}

/** Always the same text for the same delivery: another one under the same key is refused. */
function bodyOf(delivery: Delivery, names: FieldNames): string {
  const { reference, subject, text, requester, fields } = delivery;
  return JSON.stringify({
    ticket: {
      requester: { name: requester.name, ...(requester.email !== undefined && { email: requester.email }) },
      subject,
      comment: { body: text, public: true },
      custom_fields: namedFields(fields, names).map(([id, value]) => ({ id: Number(id), value })),
      tags: tagsOf(delivery),
      external_id: reference,
    },
  });
}

/** What a customer writes is theirs, and opens the ticket again; that it is mended is a note, which opens nothing. */
function commentOf({ what, text }: FollowUp, requesterId: number) {
  return what === 'mended'
    ? { comment: { body: text, public: false } }
    : { comment: { body: text, public: true, author_id: requesterId }, status: 'open' };
}

function isUsedKey(text: string): boolean {
  try {
    return Refusal.parse(JSON.parse(text)).error === 'IdempotentRequestError';
  } catch {
    return false;
  }
}
