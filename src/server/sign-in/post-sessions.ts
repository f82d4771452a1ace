import type { App } from '../app.ts';
import { one } from '../requests/form.ts';
import { readBody } from '../requests/read-body.ts';
import type { SignedIn } from './sign-in.ts';

const MAX_BODY_BYTES = 16_384;

/** `POST /desk/sessions/`: ends one session of the member, or all others, or removes a passkey. Says where to go on; 'out' is out of here. */
export async function postSessions(
  request: Request,
  { store, log }: Pick<App, 'store' | 'log'>,
  { id, sessionId }: SignedIn,
): Promise<'here' | 'out'> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const passkey = body.kind === 'form' ? one(body.form, 'remove-passkey') : undefined;
  if (passkey !== undefined && (await store.removePasskeys(id, passkey)) > 0) log('passkey-removed');
  const end = body.kind === 'form' ? one(body.form, 'end') : undefined;
  if (end === undefined) return 'here';
  const count = await store.endSessions(id, end === 'others' ? { butNot: sessionId } : { only: end });
  log('signed-out', { sessions: count });
  return end === sessionId ? 'out' : 'here';
}
