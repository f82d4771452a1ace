import { z } from 'zod';
import { namedFields, referenceTag, tagsOf, type FieldNames } from '../fields.ts';
import { firstSince } from '../first-since.ts';
import type { Delivery, FollowUp, HelpDesk, Retry } from '../help-desk.ts';
import { failureOf, jsonIn, notAdded, notRead, notSeen } from '../http/failure-of.ts';
import type { Answer, HttpClient } from '../http/http-client.ts';
import { withToken } from '../http/with-token.ts';

export type HelpScoutSettings = {
  kind: 'help-scout';
  url: string;
  appId: string;
  appSecret: string;
  mailboxId: number;
  fields: FieldNames;
};

const Conversations = z.object({
  _embedded: z.object({ conversations: z.array(z.object({ id: z.number() })) }).optional(),
});

const Kept = z.object({ state: z.string().nullish(), primaryCustomer: z.object({ id: z.number() }) });
const Threads = z.object({
  _embedded: z
    .object({
      threads: z.array(
        z.object({
          type: z.string(),
          state: z.string().nullish(),
          body: z.string().nullish(),
          createdAt: z.iso.datetime(),
          createdBy: z.object({ type: z.string() }).nullish(),
        }),
      ),
    })
    .optional(),
  page: z.object({ totalPages: z.number() }).optional(),
});

const MOST_PAGES = 5;
const MOVED = 301;
const TOO_MANY_THREADS = 412;
const TITLE = 'Help Scout';

/**
 * Mailbox API of Help Scout, with a token that is fetched once and used until shortly before it ends. It knows no
 * keys, so a tag with our reference is looked for before a second try, and what was added among the threads.
 * https://developer.helpscout.com/mailbox-api/endpoints/conversations/create/ and …/conversations/threads/customer/
 */
export function helpScout(settings: HelpScoutSettings, http: HttpClient): HelpDesk {
  const { url, mailboxId, fields } = settings;
  const authorized = withToken(
    { url: `${url}/v2/oauth2/token`, id: settings.appId, secret: settings.appSecret, title: TITLE },
    http,
  );
  const ticket = (id: string) => ({ id, url: `https://secure.helpscout.net/conversation/${id}` });
  const read = (now: Temporal.Instant, path: string) =>
    authorized(now, { method: 'GET', url: `${url}/v2/conversations${path}`, headers: {} });
  /** Every thread of a conversation, or the answer that could not be read. */
  const threadsOf = async (id: string, now: Temporal.Instant) => {
    const threads: NonNullable<z.infer<typeof Threads>['_embedded']>['threads'] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const unread = await read(now, `/${id}/threads?page=${page}`);
      const found = Threads.safeParse(jsonIn(unread));
      if (!found.success) return { unread };
      threads.push(...(found.data._embedded?.threads ?? []));
      if (page >= (found.data.page?.totalPages ?? 1)) break;
    }
    return { threads };
  };
  return {
    kind: 'help-scout',
    title: TITLE,
    indexLagMs: 180_000,

    deliver: async (delivery, { now }) => {
      const answer = await authorized(now, {
        method: 'POST',
        url: `${url}/v2/conversations`,
        headers: { 'content-type': 'application/json' },
        body: bodyOf(delivery, mailboxId, fields),
      });
      const id = answer.kind === 'answer' && answer.status === 201 ? answer.headers['resource-id'] : undefined;
      return id === undefined ? failureOf(answer, TITLE, now) : { kind: 'delivered', ticket: ticket(id) };
    },

    add: async (followUp, made, { now }) => {
      if (made.url !== ticket(made.id).url) return { kind: 'gone', reason: `${made.id} is no ticket of this desk.` };
      const before = await read(now, `/${made.id}`);
      // It was merged into another one, which may be somebody else's.
      if (isMoved(before)) return goneFor(made.id);
      const kept = Kept.safeParse(jsonIn(before));
      if (!kept.success) return notRead(before, TITLE, now);
      if (kept.data.state === 'deleted') return goneFor(made.id);
      const answer = await authorized(now, {
        method: 'POST',
        url: `${url}/v2/conversations/${made.id}/${followUp.what === 'mended' ? 'notes' : 'customer'}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(threadOf(followUp, kept.data.primaryCustomer.id)),
      });
      if (answer.kind === 'answer' && answer.status === 201) return { kind: 'delivered', ticket: made };
      return answer.kind === 'answer' && answer.status === TOO_MANY_THREADS
        ? goneFor(made.id)
        : notAdded(answer, TITLE, now);
    },

    findIn: async ({ mark }, made, { now }) => {
      const { threads, unread } = await threadsOf(made.id, now);
      if (unread) return isMoved(unread) ? { kind: 'not-there' } : notSeen(unread, TITLE, now);
      const isThere = threads.some(({ body }) => body?.includes(mark));
      return isThere ? { kind: 'found', ticket: made } : { kind: 'not-there' };
    },

    answered: async (made, { since, now }) => {
      if (made.url !== ticket(made.id).url) return { kind: 'unknown' };
      const { threads } = await threadsOf(made.id, now);
      if (!threads) return { kind: 'unknown' };
      // Only replies are of this type: notes, and what customers write, have types of their own.
      const answers = threads.filter(
        ({ type, state, createdBy }) => type === 'message' && state === 'published' && createdBy?.type === 'user',
      );
      return firstSince(
        since,
        answers.map(({ createdAt }) => Temporal.Instant.from(createdAt)),
      );
    },

    find: async ({ reference }, { now }) => {
      // Without a status only active conversations are listed, and an agent may have closed it meanwhile.
      const query = new URLSearchParams({
        mailbox: String(mailboxId),
        status: 'all',
        tag: referenceTag(reference),
      });
      const answer = await read(now, `?${query}`);
      const results = Conversations.safeParse(jsonIn(answer));
      if (!results.success)
        return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true } satisfies Retry;
      const [found] = results.data._embedded?.conversations ?? [];
      return found ? { kind: 'found', ticket: ticket(String(found.id)) } : { kind: 'not-there' };
    },
  };
}

/** What a customer writes opens the conversation again by itself; that it is mended is a note, which does not. */
function threadOf({ what, text }: FollowUp, customerId: number) {
  return what === 'mended' ? { text } : { customer: { id: customerId }, text };
}

function isMoved(answer: Answer): boolean {
  return answer.kind === 'answer' && answer.status === MOVED;
}

function goneFor(id: string): { kind: 'gone'; reason: string } {
  return { kind: 'gone', reason: `${TITLE} has deleted, merged or filled conversation ${id}.` };
}

function bodyOf(delivery: Delivery, mailboxId: number, names: FieldNames): string {
  const { subject, text, requester, fields } = delivery;
  const [firstName, ...lastNames] = requester.name.split(' ');
  const lastName = lastNames.join(' ');
  const customer = {
    ...(requester.email !== undefined && { email: requester.email }),
    ...(requester.email === undefined && requester.phone !== undefined && { phone: requester.phone }),
  };
  return JSON.stringify({
    subject,
    // Names longer than this are refused.
    customer: {
      ...customer,
      firstName: firstName?.slice(0, 40).toWellFormed(),
      ...(lastName !== '' && { lastName: lastName.slice(0, 40).toWellFormed() }),
    },
    mailboxId,
    type: requester.email === undefined ? 'phone' : 'email',
    status: 'active',
    threads: [{ type: 'customer', customer, text }],
    tags: tagsOf(delivery),
    fields: namedFields(fields, names).map(([id, value]) => ({ id: Number(id), value })),
  });
}
