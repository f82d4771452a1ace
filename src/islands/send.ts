import type { Challenge } from '../schema/challenge.ts';
import type { RequestError } from '../schema/request-error.ts';
import { waitAskedMs } from './wait-asked.ts';

/**
 * How sending ended. `unreachable` covers no network and a server that cannot take anything right now; `busy` is a
 * server that takes no more from here for a while. Where it says for how long, that is `waitMs`.
 */
export type Sent<Answer> =
  | { kind: 'sent'; answer: Answer }
  | { kind: 'refused'; status: number; errors: RequestError[] }
  | { kind: 'no-server' }
  | { kind: 'unreachable' | 'busy'; waitMs?: number };

const TIMEOUT_MS = 15_000;

/**
 * Posts `body` as JSON. A host that answers with a page of its own has no server of ours behind it. A server under
 * pressure asks this browser to work for it, some seconds long: `onProgress` is told how much is done, from 0 to 1.
 * Then the same is sent once more; where that does not help, it counts as busy, to be tried later.
 */
export async function send<Answer>(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
  onProgress: (part: number) => void = () => undefined,
): Promise<Sent<Answer>> {
  const first = await post(address, body, headers);
  const challenge = first?.status === 429 ? ((await jsonIn(first)) as { challenge?: Challenge }).challenge : undefined;
  const altcha = challenge && (await proofOf(challenge, onProgress));
  return outcomeOf<Answer>(altcha ? await post(address, body, { ...headers, altcha }) : first);
}

async function post(address: string, body: unknown, headers: Record<string, string>): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return undefined;
  }
}

async function outcomeOf<Answer>(response: Response | undefined): Promise<Sent<Answer>> {
  if (!response) return { kind: 'unreachable' };
  // Also where a proxy in front of the server says so, with a page of its own.
  if (response.status >= 500 || response.status === 429) {
    const waitMs = waitAskedMs(response.headers.get('retry-after'), Date.now());
    return { kind: response.status === 429 ? 'busy' : 'unreachable', ...(waitMs !== undefined && { waitMs }) };
  }
  if (!response.headers.get('content-type')?.includes('json')) return { kind: 'no-server' };
  const answer = await jsonIn(response);
  if (response.ok) return { kind: 'sent', answer: answer as Answer };
  return { kind: 'refused', status: response.status, errors: (answer as { errors?: RequestError[] }).errors ?? [] };
}

async function jsonIn(response: Response): Promise<object> {
  const read: unknown = await response.json().catch(() => undefined);
  return typeof read === 'object' && read !== null ? read : {};
}

/** Loaded when it is asked for, which is seldom; offline or after a deployment it may not be there. */
async function proofOf(challenge: Challenge, onProgress: (part: number) => void): Promise<string | undefined> {
  try {
    const { prove } = await import('./prove.ts');
    return await prove(challenge, onProgress);
  } catch {
    return undefined;
  }
}
