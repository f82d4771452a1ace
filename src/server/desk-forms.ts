import { createHmac, timingSafeEqual } from 'node:crypto';
import { one } from './requests/form.ts';
import { readBody } from './requests/read-body.ts';

const FIELD = 'desk-form';

/** Where a form comes from. `unknown`: the browser does not say, as over plain http where nothing may be referred to. */
export type FormOrigin = 'own' | 'foreign' | 'unknown';

/**
 * Reads it from `Sec-Fetch-Site`, or from `Origin`, neither of which a page can forge. Pages of the desk refer to
 * nothing, so their forms may say `Origin: null`, as may others.
 */
export function formOrigin({ headers }: Request, serverUrl: string): FormOrigin {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none' ? 'own' : 'foreign';
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return 'unknown';
  if (origin === new URL(serverUrl).origin) return 'own';
  return URL.parse(origin)?.host === headers.get('host') ? 'own' : 'foreign';
}

/** Puts the mark of this session into every form that is sent by post, so that no page can forget it. */
export function markForms(html: string, secret: Uint8Array, sessionId: string): string {
  const field = `<input type="hidden" name="${FIELD}" value="${markOf(secret, sessionId)}">`;
  // In what people wrote, the quotes of such a tag would be escaped.
  return html.replace(/<form\b[^<>]*\bmethod="post"[^<>]*>/gi, (tag) => tag + field);
}

/** Whether the form carries the mark of this session; for when nothing else says where it comes from. */
export async function isMarked(request: Request, secret: Uint8Array, sessionId: string): Promise<boolean> {
  const body = await readBody(request.clone());
  const found = Buffer.from(body.kind === 'form' ? (one(body.form, FIELD) ?? '') : '');
  const wanted = Buffer.from(markOf(secret, sessionId));
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}

function markOf(secret: Uint8Array, sessionId: string): string {
  return createHmac('sha256', secret).update(`desk form ${sessionId}`).digest('base64url');
}
