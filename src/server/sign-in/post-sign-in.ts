import { MemberEmail } from '../../schema/member.ts';
import { clientKey } from '../abuse/client-key.ts';
import type { Client } from '../abuse/client.ts';
import type { App } from '../app.ts';
import { homeOf, pathAtDesk } from '../desk-routes.ts';
import { one } from '../requests/form.ts';
import { readBody } from '../requests/read-body.ts';
import type { Cookies } from './sign-in.ts';

const MAX_BODY_BYTES = 16_384;

export type SignInOutcome =
  | { kind: 'in'; to: string; cookies: Cookies }
  /** The page of the provider, who asks there. */
  | { kind: 'elsewhere'; to: string; cookies: Cookies }
  | { kind: 'again'; why: 'refused' | 'unreadable' | 'provider-unreachable'; email: string }
  | { kind: 'wait'; until: Temporal.Instant; email: string };

/** `POST /desk/sign-in/`: an address and a password, or the wish to sign in with another account of theirs. */
export async function postSignIn(
  request: Request,
  app: Pick<App, 'signIn' | 'secret' | 'store'>,
  client: Client,
  now: Temporal.Instant,
): Promise<SignInOutcome> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body.kind !== 'form') return { kind: 'again', why: 'unreadable', email: '' };
  const { form } = body;
  const signIn = await app.signIn();
  const next = pathAtDesk(one(form, 'next'));
  if (one(form, 'with') === 'single-sign-on' && signIn.hasSingleSignOn) {
    const begun = await signIn.beginSingleSignOn(next ?? '/desk/', request.headers);
    if (begun) return { kind: 'elsewhere', to: begun.address, cookies: begun.cookies };
    return { kind: 'again', why: 'provider-unreachable', email: '' };
  }
  const typed = one(form, 'email') ?? '';
  const email = MemberEmail.safeParse(typed);
  const password = one(form, 'password');
  // What cannot be an address is nobody's; it gets the answer that every wrong one gets.
  if (!email.success || password === undefined) return { kind: 'again', why: 'refused', email: typed };
  const from = {
    headers: request.headers,
    ...(client.isLimited && { place: clientKey(app.secret, client.address) }),
  };
  const answer = await signIn.withPassword({ email: email.data, password }, from, now);
  switch (answer.kind) {
    case 'signed-in': {
      const member = await app.store.memberByEmail(email.data);
      return { kind: 'in', to: next ?? homeOf(member?.role ?? 'agent'), cookies: answer.cookies };
    }
    case 'wait':
      return { kind: 'wait', until: answer.until, email: typed };
    case 'refused':
      return { kind: 'again', why: 'refused', email: typed };
  }
}
