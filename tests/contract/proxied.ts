import type { TestContext } from 'node:test';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { running, type Running as RunningApi } from './running-api.ts';

/** Headers of one request; `from` is what the proxy in front of the server says of its customer. */
type Sent = { key?: string; from?: string; altcha?: string; origin?: string };

export type Running = RunningApi & {
  post: (path: string, body: unknown, sent?: Sent) => Promise<Response>;
  /** Posts an escalation as a program does. */
  send: (escalation: object, sent: Sent) => Promise<Response>;
  /** Posts an escalation as a plain form does. */
  sendForm: (fields: Record<string, string>, sent?: Sent) => Promise<Response>;
  release: (id: string) => Promise<unknown>;
};

/** The endpoints behind a proxy that they know, with one customer, unless a request says that it is from another. */
export async function proxied(
  t: TestContext,
  { trustedProxies = ['loopback'], limits = true, keepSearches = false } = {},
): Promise<Running> {
  const api = await running(t, { keepSearches, limits, trustedProxies: trustedProxies.join() });
  const headersOf = ({ key, from = '198.51.100.7', altcha, origin }: Sent) => ({
    'x-forwarded-for': from,
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(altcha !== undefined && { altcha }),
    ...(origin !== undefined && { origin }),
  });
  const post = (path: string, body: unknown, sent: Sent = {}) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { ...headersOf(sent), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    ...api,
    post,
    send: (escalation, sent) => post('/api/escalations', escalation, sent),
    sendForm: (fields, sent = {}) =>
      fetch(`${api.url}/api/escalations`, {
        method: 'POST',
        headers: headersOf(sent),
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
    release: (id) =>
      continueEscalation(api.app, id, { act: { kind: 'released' }, author: 'a@team.example' }, api.now()),
  };
}
