import { createHash, timingSafeEqual } from 'node:crypto';
import { takeMail } from '../../inbound-mail/take-mail.ts';
import type { App } from '../app.ts';
import { readBytes } from './read-bytes.ts';
import { isStoreUnavailable } from '../store.ts';

/** As large as mail services let mail be. */
const MAX_MAIL_BYTES = 26_214_400;

/**
 * `POST /api/mail`: a mail service hands over what a customer wrote back, as message/rfc822 and with our token as
 * `Authorization: Bearer`. 202 where it was taken or may be dropped; 422 where it belongs to no request, so that the
 * service keeps it for a person; 503 where it has to come again.
 */
export async function postMail(request: Request, app: App, now: Temporal.Instant): Promise<Response> {
  const { inboundMail } = app;
  if (inboundMail?.token === undefined) return refusal(404, 'No mail is taken here.', 'Set MAIL_TOKEN.');
  if (!isToken(request.headers.get('authorization'), inboundMail.token)) {
    return refusal(401, 'This is not our token.', 'Send MAIL_TOKEN as Authorization: Bearer.');
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'message/rfc822') return refusal(415, 'This is not a mail.', 'Send it whole, as message/rfc822.');
  const raw = await readBytes(request, MAX_MAIL_BYTES);
  if (raw.kind === 'too-large') return refusal(413, 'This mail is larger than 25 MB.', 'Keep it for a person.');
  if (raw.kind === 'broken-off') return refusal(400, 'This ended before all of it had arrived.', 'Send it again.');
  try {
    const outcome = await takeMail(raw.bytes, { ...app, ownAddresses: inboundMail.ownAddresses }, now);
    if (outcome !== 'unknown' && outcome !== 'unreadable') return Response.json({ outcome }, { status: 202, headers });
    return refusal(422, 'This mail belongs to no request.', 'Keep it for a person.');
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    app.log('store-unavailable', { reason: error.message });
    return refusal(503, 'Nothing can be written down right now.', 'Send it again in a minute.');
  }
}

const headers = { 'cache-control': 'no-store' };

function refusal(status: number, problem: string, fix: string): Response {
  const retry: Record<string, string> = status === 503 ? { 'retry-after': '60' } : {};
  return Response.json({ errors: [{ field: '', problem, fix }] }, { status, headers: { ...headers, ...retry } });
}

/** Compared by their hashes, which takes as long whatever is the same. */
function isToken(header: string | null, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}
