import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Delivery, HelpDesk } from '../help-desk.ts';
import { failureOf, jsonIn } from '../http/failure-of.ts';
import type { HttpClient } from '../http/http-client.ts';

export type ChatwootSettings = { kind: 'chatwoot'; url: string; inbox: string; hmacToken?: string };

const Contact = z.object({ source_id: z.string().min(1) });
const Message = z.object({ content: z.string().nullish() });
const Conversation = z.object({ id: z.number(), messages: z.array(Message).nullish() });

const TITLE = 'Chatwoot';

/**
 * Client API of a Chatwoot inbox: contact, conversation, message. Each step is kept as progress, and what a step that
 * got no answer may have made is looked for before it is made: the contact has an id of ours, and is this delivery's
 * alone. https://developers.chatwoot.com/api-reference/conversations-api/create-a-conversation
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
      const conversations = `/contacts/${encodeURIComponent(done['contact'])}/conversations`;
      const former = await step(z.array(Conversation), conversations);
      if (former.failure) return former.failure;
      const isOurs = ({ content }: z.infer<typeof Message>) => content?.includes(delivery.reference) ?? false;
      const whole = former.value.find(({ messages }) => messages?.some(isOurs));
      if (whole) return { kind: 'delivered', ticket: { id: String(whole.id) } };
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
      return said.failure ?? { kind: 'delivered', ticket: { id: done['conversation'] } };
    },
  };
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
