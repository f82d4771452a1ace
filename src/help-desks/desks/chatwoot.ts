import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { firstSince } from '../first-since.ts';
import type { Delivery, FollowUp, HelpDesk, Retry, Ticket } from '../help-desk.ts';
import { failureOf, jsonIn, notAdded, notRead, notSeen } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type ChatwootSettings = { kind: 'chatwoot'; url: string; inbox: string; hmacToken?: string };

const Contact = z.object({ source_id: z.string().min(1) });
const Message = z.object({
  content: z.string().nullish(),
  message_type: z.number().optional(),
  /** Unix seconds. */
  created_at: z.number().optional(),
  sender: z.object({ type: z.string().nullish() }).nullish(),
});
const Conversation = z.object({ id: z.number(), messages: z.array(Message).nullish() });

/** Type of a message that went out to the customer. */
const OUTGOING = 1;
const NOT_FOUND = 404;
const TITLE = 'Chatwoot';

/**
 * Client API of a Chatwoot inbox: contact, conversation, message. Each step is kept as progress, and what a step that
 * got no answer may have made is looked for before it is made: the contact has an id of ours, and is this delivery's
 * alone. So a ticket is named by both, contact/conversation: without its contact no conversation can be reached.
 * https://developers.chatwoot.com/api-reference/conversations-api/create-a-conversation
 */
export function chatwoot({ url, inbox, hmacToken }: ChatwootSettings, http: HttpClient): HelpDesk {
  const base = `${url}/public/api/v1/inboxes/${encodeURIComponent(inbox)}`;
  const ask = (path: string, body?: unknown) =>
    http({
      method: body === undefined ? 'GET' : 'POST',
      url: base + path,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  /** The conversations of one contact, or what it means that they could not be read. */
  const conversationsOf = async (contact: string) => {
    const answer = await ask(pathOf(contact));
    const read = z.array(Conversation).safeParse(jsonIn(answer));
    return { conversations: read.data, failure: (now: Temporal.Instant) => notRead(answer, TITLE, now), answer };
  };

  /**
   * Resolves what is mended, which does no harm twice. Where that fails it is tried again, in doubt, whatever the
   * answer: the words are there by now. A Chatwoot that cannot do it (404) has an agent who reads them.
   */
  const unresolvedAfter = async ({ what }: FollowUp, path: string, now: Temporal.Instant) => {
    if (what !== 'mended') return undefined;
    const answer = await ask(`${path}/toggle_status`, {});
    if (answer.kind === 'answer' && (answer.status === NOT_FOUND || (answer.status >= 200 && answer.status < 300)))
      return undefined;
    return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true } satisfies Retry;
  };

  return {
    kind: 'chatwoot',
    title: TITLE,
    deliver: async (delivery, { now, progress }) => {
      const done = { ...progress };
      /** The answer in its shape, or how this try ended. */
      const step = async <Shape extends z.ZodType>(shape: Shape, path: string, body?: unknown) => {
        const answer = await ask(path, body);
        const read = shape.safeParse(jsonIn(answer));
        if (read.success) return { value: read.data };
        const failure = failureOf(answer, TITLE, now);
        return { failure: failure.kind === 'retry' ? { ...failure, progress: done } : failure };
      };

      if (done['contact'] === undefined) {
        const made = await step(Contact, '/contacts', contactOf(delivery, hmacToken));
        if (made.failure) return made.failure;
        done['contact'] = made.value.source_id;
      }
      const conversations = pathOf(done['contact']);
      const former = await step(z.array(Conversation), conversations);
      if (former.failure) return former.failure;
      const whole = wholeOne(former.value, delivery.reference);
      if (whole) return { kind: 'delivered', ticket: ticketOf(done['contact'], whole.id) };
      // One without a word in it is what is left of a try that ended before the message.
      const begun = former.value.find(({ id, messages }) => String(id) === done['conversation'] || !messages?.length);
      if (begun) {
        done['conversation'] = String(begun.id);
      } else {
        const made = await step(Conversation, conversations, { custom_attributes: delivery.fields });
        if (made.failure) return made.failure;
        done['conversation'] = String(made.value.id);
      }
      const content = `${delivery.subject}\n\n${delivery.text}`;
      const messages = `${conversations}/${done['conversation']}/messages`;
      const said = await step(z.object({}), messages, { content, echo_id: delivery.id });
      return said.failure ?? { kind: 'delivered', ticket: ticketOf(done['contact'], done['conversation']) };
    },

    find: async ({ id, reference }, { now, progress }) => {
      const contact = progress['contact'] ?? id;
      const { conversations, answer } = await conversationsOf(contact);
      if (!conversations) return notSeen(answer, TITLE, now);
      const whole = wholeOne(conversations, reference);
      return whole ? { kind: 'found', ticket: ticketOf(contact, whole.id) } : { kind: 'not-there' };
    },

    add: async (followUp, made, { now }) => {
      const parts = partsOf(made);
      if (!parts) return { kind: 'gone', reason: `${made.id} is no conversation of this inbox.` };
      // A try that had no conversation to add it to may have begun one, without a word so far: agents see that, too.
      const own = await conversationsOf(followUp.id);
      if (!own.conversations && own.failure(now).kind !== 'gone') return own.failure(now);
      if (own.conversations?.some(({ messages }) => !messages?.length)) {
        return { kind: 'gone', reason: `${TITLE} has a conversation that was begun for this.` };
      }
      const { conversations, failure } = await conversationsOf(parts.contact);
      if (!conversations) return failure(now);
      const kept = conversations.find(({ id }) => String(id) === parts.conversation);
      if (!kept) return { kind: 'gone', reason: `${TITLE} has no conversation ${parts.conversation} any more.` };
      const path = `${pathOf(parts.contact)}/${parts.conversation}`;
      // What comes in opens a conversation that was resolved.
      const answer = await ask(`${path}/messages`, { content: followUp.text, echo_id: followUp.id });
      if (!z.object({}).safeParse(jsonIn(answer)).success) return notAdded(answer, TITLE, now);
      return (await unresolvedAfter(followUp, path, now)) ?? { kind: 'delivered', ticket: made };
    },

    findIn: async (followUp, made, { now }) => {
      const parts = partsOf(made);
      if (!parts) return { kind: 'not-there' };
      const { conversations, answer } = await conversationsOf(parts.contact);
      if (!conversations) return notSeen(answer, TITLE, now);
      const kept = conversations.find(({ id }) => String(id) === parts.conversation);
      if (!kept?.messages?.some((message) => says(message, followUp.mark))) return { kind: 'not-there' };
      // The try that said it may have ended before this.
      const path = `${pathOf(parts.contact)}/${parts.conversation}`;
      return (await unresolvedAfter(followUp, path, now)) ?? { kind: 'found', ticket: made };
    },

    answered: async (made, { since }) => {
      const parts = partsOf(made);
      const { conversations } = parts ? await conversationsOf(parts.contact) : {};
      const kept = conversations?.find(({ id }) => String(id) === parts?.conversation);
      if (!kept) return { kind: 'unknown' };
      const byPeople = (kept.messages ?? []).filter(
        ({ message_type, sender }) => message_type === OUTGOING && sender?.type !== 'agent_bot',
      );
      return firstSince(
        since,
        byPeople.map(({ created_at = 0 }) => Temporal.Instant.fromEpochMilliseconds(created_at * 1000)),
      );
    },
  };
}

function pathOf(contact: string): string {
  return `/contacts/${encodeURIComponent(contact)}/conversations`;
}

/** By the beginning of our first message: what goes on with a conversation elsewhere names its reference, too. */
function wholeOne(conversations: readonly z.infer<typeof Conversation>[], reference: string) {
  return conversations.find(({ messages }) => messages?.some(({ content }) => content?.startsWith(`[${reference}]`)));
}

function says({ content }: z.infer<typeof Message>, words: string): boolean {
  return content?.includes(words) ?? false;
}

function ticketOf(contact: string, conversation: string | number): Ticket {
  return { id: `${contact}/${conversation}` };
}

function partsOf({ id }: Ticket): { contact: string; conversation: string } | undefined {
  const [, contact, conversation] = /^(.+)\/(\d+)$/.exec(id) ?? [];
  return contact !== undefined && conversation !== undefined ? { contact, conversation } : undefined;
}

function contactOf({ id, requester, fields }: Delivery, hmacToken: string | undefined) {
  const identifier = requester.email ?? id;
  return {
    source_id: id,
    identifier,
    ...(hmacToken !== undefined && {
      identifier_hash: createHmac('sha256', hmacToken).update(identifier).digest('hex'),
    }),
    ...(requester.email !== undefined && { email: requester.email }),
    name: requester.name,
    custom_attributes: fields.phone === undefined ? {} : { phone: fields.phone },
  };
}
