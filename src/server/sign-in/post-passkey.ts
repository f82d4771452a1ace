import { z } from 'zod';
import { NewPasskey, PasskeyProof } from '../../schema/passkey.ts';
import { clientKey } from '../abuse/client-key.ts';
import type { Client } from '../abuse/client.ts';
import type { App } from '../app.ts';
import { homeOf, pathAtDesk } from '../desk-routes.ts';
import { readBody } from '../requests/read-body.ts';
import { isStoreUnavailable } from '../store.ts';
import type { Adding } from './passkey-ways.ts';
import type { SignedIn } from './sign-in.ts';
import { passkeyRefused as words, passkeys as keyWords } from '../../strings/en/desk-sessions.ts';
import { waitInWords } from './wait-in-words.ts';

const MAX_BODY_BYTES = 131_072;
const SignInBody = z.object({ proof: PasskeyProof, next: z.string().max(2_000).optional() });
const AddBody = z.object({ made: NewPasskey });

type Refusal = { problem: string; fix: string };
type Door = Pick<App, 'signIn' | 'secret'>;

/** `GET /desk/sign-in/passkey`: what a browser is asked by which somebody wants to come in. */
export async function askForPasskey({ signIn }: Pick<App, 'signIn'>, now: Temporal.Instant): Promise<Response> {
  const { passkeys } = await signIn();
  return passkeys ? Response.json(await passkeys.question(now)) : refused(404, words.notHere);
}

/** `POST /desk/sign-in/passkey`: what it answered. Says in words what went wrong, or where to go on. */
export async function postPasskey(
  request: Request,
  app: Door,
  client: Client,
  now: Temporal.Instant,
): Promise<Response> {
  const { passkeys } = await app.signIn();
  if (!passkeys) return refused(404, words.notHere);
  const read = SignInBody.safeParse(await jsonOf(request));
  if (!read.success) return refused(422, words.unreadable);
  const place = client.isLimited && { place: clientKey(app.secret, client.address) };
  return inReach(async () => {
    const answer = await passkeys.signIn(read.data.proof, { headers: request.headers, ...place }, now);
    switch (answer.kind) {
      case 'signed-in': {
        const response = Response.json({ to: pathAtDesk(read.data.next) ?? homeOf(answer.role) });
        for (const cookie of answer.cookies) response.headers.append('set-cookie', cookie);
        return response;
      }
      case 'wait': {
        const { problem, fix } = words.wait;
        const response = refused(429, { problem, fix: fix(waitInWords(answer.until, now)) });
        response.headers.set('retry-after', String(Math.ceil(answer.until.since(now).total('seconds'))));
        return response;
      }
      case 'refused':
        return refused(401, words.unknown);
    }
  });
}

/** `GET /desk/sessions/passkey`: what the browser of a member is asked who wants to add a passkey. */
export function askForNewPasskey(
  { signIn }: Pick<App, 'signIn'>,
  member: SignedIn,
  now: Temporal.Instant,
): Promise<Response> {
  return inReach(async () => {
    const { passkeys } = await signIn();
    return passkeys ? Response.json(await passkeys.questionForNew(member, now)) : refused(404, words.notHere);
  });
}

/** `POST /desk/sessions/passkey`: the passkey that was made. `browser`: in words, to find it in the list again. */
export async function postNewPasskey(
  request: Request,
  { signIn }: Pick<App, 'signIn'>,
  { member, browser }: { member: SignedIn; browser: string },
  now: Temporal.Instant,
): Promise<Response> {
  const { passkeys } = await signIn();
  if (!passkeys) return refused(404, words.notHere);
  const read = AddBody.safeParse(await jsonOf(request));
  if (!read.success) return refused(422, words.unreadable);
  const { made } = read.data;
  const name = made.authenticatorAttachment === 'cross-platform' ? keyWords.phoneOrKey(browser) : browser;
  return inReach(async () => {
    const adding = await passkeys.add(member, made, name, now);
    return adding === 'added' ? Response.json({ to: '/desk/sessions/' }) : refused(...REFUSED_NEW[adding]);
  });
}

const REFUSED_NEW: Readonly<Record<Exclude<Adding, 'added'>, readonly [number, Refusal]>> = {
  refused: [422, words.notAdded],
  'sign-in-again': [403, words.signInAgain],
  'too-many': [409, words.tooMany],
};

async function jsonOf(request: Request): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES);
  return body.kind === 'json' ? body.value : undefined;
}

async function inReach(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    return refused(503, words.unavailable);
  }
}

function refused(status: number, { problem, fix }: Refusal): Response {
  return Response.json({ errors: [{ field: '', problem, fix }] }, { status });
}
