import { z } from 'zod';
import { namedFields, referenceTag, tagsOf, type FieldNames } from '../fields.ts';
import type { Delivery, HelpDesk, Retry } from '../help-desk.ts';
import { failureOf, jsonIn } from '../http/failure-of.ts';
import type { Answer, Ask, HttpClient } from '../http/http-client.ts';

export type HelpScoutSettings = {
  kind: 'help-scout';
  url: string;
  appId: string;
  appSecret: string;
  mailboxId: number;
  fields: FieldNames;
};

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const Conversations = z.object({
  _embedded: z.object({ conversations: z.array(z.object({ id: z.number() })) }).optional(),
});

const TITLE = 'Help Scout';
const UNAUTHORIZED = 401;

/**
 * Mailbox API of Help Scout, with a token that is fetched once and used until shortly before it ends. It knows no
 * keys, so a tag with our reference is looked for before a second try.
 * https://developer.helpscout.com/mailbox-api/endpoints/conversations/create/
 */
export function helpScout(settings: HelpScoutSettings, http: HttpClient): HelpDesk {
  const { url, mailboxId, fields } = settings;
  const authorized = withToken(settings, http);
  const ticket = (id: string) => ({ id, url: `https://secure.helpscout.net/conversation/${id}` });
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

    find: async ({ reference }, { now }) => {
      // Without a status only active conversations are listed, and an agent may have closed it meanwhile.
      const query = new URLSearchParams({
        mailbox: String(mailboxId),
        status: 'all',
        tag: referenceTag(reference),
      });
      const answer = await authorized(now, { method: 'GET', url: `${url}/v2/conversations?${query}`, headers: {} });
      const results = Conversations.safeParse(jsonIn(answer));
      if (!results.success)
        return { ...failureOf(answer, TITLE, now), kind: 'retry', mayBeThere: true } satisfies Retry;
      const [found] = results.data._embedded?.conversations ?? [];
      return found ? { kind: 'found', ticket: ticket(String(found.id)) } : { kind: 'not-there' };
    },
  };
}

/** Asks with a token (OAuth 2.0, client credentials). One that is refused is replaced once: it may have been revoked. */
function withToken({ url, appId, appSecret }: HelpScoutSettings, http: HttpClient) {
  let token: { value: string; until: number } | undefined;

  const fetchToken = async (now: Temporal.Instant): Promise<Answer | undefined> => {
    const answer = await http({
      method: 'POST',
      url: `${url}/v2/oauth2/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: appSecret,
      }).toString(),
    });
    const read = Token.safeParse(jsonIn(answer));
    if (!read.success) return neverArrived(answer);
    const { access_token: value, expires_in: seconds } = read.data;
    token = { value, until: now.epochMilliseconds + (seconds - 60) * 1000 };
    return undefined;
  };

  return async (now: Temporal.Instant, ask: Ask): Promise<Answer> => {
    for (let isFirst = true; ; isFirst = false) {
      if (token === undefined || token.until <= now.epochMilliseconds) {
        const failed = await fetchToken(now);
        if (failed) return failed;
      }
      const authorization = `Bearer ${token?.value ?? ''}`;
      const answer = await http({ ...ask, headers: { ...ask.headers, authorization } });
      if (!isFirst || answer.kind !== 'answer' || answer.status !== UNAUTHORIZED) return answer;
      token = undefined;
    }
  };
}

/** Without a token nothing was asked, so nothing can be there, however the asking for the token ended. */
function neverArrived(answer: Answer): Answer {
  switch (answer.kind) {
    case 'refused':
      return answer;
    case 'no-answer':
      return { ...answer, mayHaveArrived: false };
    case 'answer':
      // 400 is how OAuth says that the app or its secret is wrong (RFC 6749, 5.2), which only a person can mend.
      if (answer.status >= 400 && answer.status < 500) return answer;
      return {
        kind: 'no-answer',
        code: `token-${answer.status}`,
        reason: noToken(answer.status),
        mayHaveArrived: false,
      };
  }
}

function noToken(status: number): string {
  return `${TITLE} gave no token (${status}).`;
}

function bodyOf({ subject, text, requester, fields }: Delivery, mailboxId: number, names: FieldNames): string {
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
    tags: tagsOf(fields),
    fields: namedFields(fields, names).map(([id, value]) => ({ id: Number(id), value })),
  });
}
