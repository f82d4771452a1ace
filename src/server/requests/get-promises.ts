import type { App } from '../app.ts';
import { promisesAt } from '../promise.ts';
import { headersFor } from './outcome.ts';

/** `GET /api/promises`: by when a person would answer if asked now, one instant (ISO 8601) per channel. */
export function getPromises(request: Request, app: App, now: Temporal.Instant): Response {
  return Response.json(promisesAt(now, app.support), { headers: headersFor(request, app) });
}
