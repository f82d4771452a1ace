import { fieldErrors } from '../../errors/from-zod.ts';
import { z } from 'zod';
import { Password } from '../../schema/member.ts';
import { password as words } from '../../strings/en/desk-sign-in.ts';
import type { App } from '../app.ts';
import { one } from '../requests/form.ts';
import { readBody } from '../requests/read-body.ts';
import type { Cookies } from './sign-in.ts';

const MAX_BODY_BYTES = 16_384;
const Typed = z.object({ password: Password });

export type PasswordOutcome =
  { kind: 'set'; cookies: Cookies } | { kind: 'used-up' } | { kind: 'again'; problem: string; fix: string };

/** `POST /desk/sign-in/password/<token>/`: the password that somebody chose, with a link that they were given. */
export async function postPassword(
  request: Request,
  app: Pick<App, 'signIn'>,
  token: string,
): Promise<PasswordOutcome> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body.kind !== 'form') {
    return { kind: 'again', ...words.unreadable };
  }
  const read = Typed.safeParse({ password: one(body.form, 'password') ?? '' });
  if (!read.success) {
    const [first] = fieldErrors(read.error, Typed);
    const problem = first?.problem ?? words.notTaken.problem;
    return { kind: 'again', problem, fix: first?.fix ?? words.notTaken.fix };
  }
  const signIn = await app.signIn();
  const cookies = await signIn.setPassword(token, read.data.password, request.headers);
  return cookies ? { kind: 'set', cookies } : { kind: 'used-up' };
}
