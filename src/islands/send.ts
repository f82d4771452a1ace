import type { RequestError } from '../schema/request-error.ts';

/** How sending ended. `unreachable` covers no network and a server that cannot take anything right now. */
export type Sent<Answer> =
  | { kind: 'sent'; answer: Answer }
  | { kind: 'refused'; status: number; errors: RequestError[] }
  | { kind: 'no-server' }
  | { kind: 'unreachable' };

const TIMEOUT_MS = 15_000;

/** Posts `body` as JSON. A host that answers with a page of its own has no server of ours behind it. */
export async function send<Answer>(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Sent<Answer>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return { kind: 'unreachable' };
  }
  if (!response.headers.get('content-type')?.includes('json')) {
    return response.status >= 500 ? { kind: 'unreachable' } : { kind: 'no-server' };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { kind: 'sent', answer: answer as Answer };
  if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
  return {
    kind: 'refused',
    status: response.status,
    errors: (answer as { errors?: RequestError[] } | undefined)?.errors ?? [],
  };
}
