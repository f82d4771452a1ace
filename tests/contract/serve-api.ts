import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from '../../src/server/abuse/client.ts';
import { clientsBehind } from '../../src/server/abuse/clients-behind.ts';
import type { App } from '../../src/server/app.ts';
import { preflight } from '../../src/server/requests/cross-origin.ts';
import { getHealth } from '../../src/server/requests/get-health.ts';
import type { Outcome } from '../../src/server/requests/outcome.ts';
import { postEscalation } from '../../src/server/requests/post-escalation.ts';
import { postSearch } from '../../src/server/requests/post-search.ts';
import { postVote } from '../../src/server/requests/post-vote.ts';

/** The endpoints over real HTTP, without the pages: where those would show a form again, it is answered as JSON. */
export async function serveApi(
  app: App,
  now: () => Temporal.Instant,
  trustedProxies: readonly string[] = [],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const client = clientsBehind(trustedProxies, app.log);
  const server = createServer((incoming, outgoing) => {
    answer(toRequest(incoming), app, client(incoming), now())
      .catch((error: unknown) => new Response(String((error as Error).stack), { status: 500 }))
      .then((response) => write(response, outgoing));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
}

async function answer(request: Request, app: App, client: Client, now: Temporal.Instant): Promise<Response> {
  const route = `${request.method} ${new URL(request.url).pathname}`;
  if (request.method === 'OPTIONS') return preflight(request, app);
  if (route === 'POST /api/votes') return toResponse(await postVote(request, app, client, now));
  if (route === 'POST /api/escalations') return toResponse(await postEscalation(request, app, client, now));
  if (route === 'POST /api/searches') return toResponse(await postSearch(request, app, client, now));
  if (route === 'GET /api/health') return getHealth(request, app, now);
  return new Response(null, { status: 404 });
}

function toResponse(outcome: Outcome): Response {
  if (outcome.kind !== 'again') return outcome.response;
  const { status, ...shown } = outcome;
  return Response.json(shown, { status });
}

function toRequest(incoming: IncomingMessage): Request {
  const method = incoming.method ?? 'GET';
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`, {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  });
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) return void outgoing.end();
  await pipeline(Readable.fromWeb(response.body as never), outgoing).catch(() => undefined);
}
