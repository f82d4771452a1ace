import type { z } from 'zod';
import { fieldErrors } from '../../errors/from-zod.ts';
import type { Challenge } from '../../schema/challenge.ts';
import type { RequestError } from '../../schema/request-error.ts';
import { fields } from '../../strings/en/fields.ts';
import type { App } from '../app.ts';
import { crossOriginHeaders } from './cross-origin.ts';
import type { Typed } from './form.ts';

/**
 * How a request ended. Programs get `json`. A plain form gets a page: `redirect` (303) once it was taken, or `again`,
 * the page with the form once more, filled with what was typed.
 */
export type Outcome =
  | { kind: 'json'; response: Response }
  | { kind: 'redirect'; to: string; response: Response }
  | { kind: 'again'; status: RefusalStatus; errors: RequestError[]; typed: Typed; retryAfterSeconds?: number };

export type RefusalStatus = 400 | 413 | 415 | 422 | 429 | 503;

/** Who asked, and how: `typed` is there when a plain form did. */
export type Asked = { request: Request; app: App; typed?: Typed };

export type Wait = { retryAfterSeconds?: number; challenge?: Challenge };

const MAX_ERRORS = 20;

export function answered({ request, app }: Asked, status: number, body: unknown): Outcome {
  return { kind: 'json', response: Response.json(body, { status, headers: headersFor(request, app) }) };
}

export function redirected({ request, app }: Asked, to: string): Outcome {
  const headers = { ...headersFor(request, app), location: to };
  return { kind: 'redirect', to, response: new Response(null, { status: 303, headers }) };
}

/** `wait`: when to come again, and what may be done instead of waiting. */
export function refused(
  { request, app, typed }: Asked,
  status: RefusalStatus,
  errors: RequestError[],
  wait: Wait = status === 503 ? { retryAfterSeconds: 60 } : {},
): Outcome {
  app.log('request-refused', { address: new URL(request.url).pathname, status, fields: fieldsOf(errors) });
  const { retryAfterSeconds, challenge } = wait;
  const retry = retryAfterSeconds !== undefined && { retryAfterSeconds };
  if (typed) return { kind: 'again', status, errors, typed, ...retry };
  const headers = { ...headersFor(request, app), ...(retry && { 'retry-after': String(retryAfterSeconds) }) };
  return { kind: 'json', response: Response.json({ errors, ...(challenge && { challenge }) }, { status, headers }) };
}

/** Everything by which a body misses its shape, as far as anybody would read. */
export function requestErrors(error: z.ZodError, shape: z.ZodType): RequestError[] {
  return fieldErrors(error, shape)
    .slice(0, MAX_ERRORS)
    .map(({ field, problem, fix }) => ({ field, ...inTheLanguageOfReaders({ problem, fix }) }));
}

function inTheLanguageOfReaders(mistake: Omit<RequestError, 'field'>): Omit<RequestError, 'field'> {
  return new Map(Object.entries(fields)).get(mistake.problem) ?? mistake;
}

export function headersFor(request: Request, app: App): Record<string, string> {
  return { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...crossOriginHeaders(request, app) };
}

/** Names of fields are the sender's to choose, so only those that look like ours go into the log. */
function fieldsOf(errors: readonly RequestError[]): string {
  const names = errors.map(({ field }) => field.split(/[.[]/)[0] ?? '');
  return [...new Set(names.filter((name) => /^[A-Za-z-]{1,20}$/.test(name)))].join(' ');
}
