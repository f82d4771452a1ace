import type { App } from '../app.ts';
import { health } from '../health.ts';
import { headersFor } from './outcome.ts';

/** `GET /api/health`: 200 while an escalation can be taken, 503 while it cannot. */
export async function getHealth(request: Request, app: App, now: Temporal.Instant): Promise<Response> {
  const found = await health(app.store, now);
  if (!found.ok) app.log('unhealthy', { store: found.store });
  return Response.json(found, { status: found.ok ? 200 : 503, headers: headersFor(request, app) });
}
