import type { App } from './app.ts';
import { formOrigin, isMarked, markForms } from './desk-forms.ts';
import { admissionTo, homeOf, pathAtDesk } from './desk-routes.ts';
import type { Cookies, SignedIn } from './sign-in/sign-in.ts';
import { isStoreUnavailable } from './store.ts';

/** Why somebody stands before a page that says so, instead of the one that was asked for. */
export type TurnedAway = 'signed-out' | 'not-for-your-role' | 'foreign-form' | 'store-unavailable';

/** A request for something at the desk. */
export type Knock = {
  request: Request;
  url: URL;
  /** The route that would answer, as Astro names it. */
  routePattern: string;
  app: Pick<App, 'signIn' | 'secret' | 'serverUrl' | 'log'> & { store: Pick<App['store'], 'isLive'> };
  /** What goes with every answer of the desk. */
  headers: Readonly<Record<string, string>>;
};

/** How pages are rendered, which the guard leaves to others. */
export type Pages = {
  /** The page that was asked for. */
  asked: (member: SignedIn | undefined) => Promise<Response>;
  /** The page that says why it is not shown. */
  turnedAway: (why: TurnedAway) => Promise<Response>;
};

const STATUS: Readonly<Record<TurnedAway, number>> = {
  'signed-out': 401,
  'not-for-your-role': 403,
  'foreign-form': 403,
  'store-unavailable': 503,
};

/**
 * Lets in whom src/server/desk-routes.ts lets in, and nobody else: every page, form and stream below /desk/ is asked
 * for through here. Whatever it answers is kept by no cache, found by no search engine, and shown in no frame.
 */
export async function guardDesk(knock: Knock, pages: Pages): Promise<Response> {
  const { request, url, routePattern, app } = knock;
  const turnAway = async (why: TurnedAway, cookies: Cookies = []) => {
    app.log('desk-refused', { why });
    const response = wantsPage(request) ? await pages.turnedAway(why) : Response.json(refusalOf(why));
    return guarded(response, STATUS[why], knock, { cookies });
  };
  const origin = isRead(request) ? 'own' : formOrigin(request, app.serverUrl);
  if (origin === 'foreign') return turnAway('foreign-form');
  const { member, cookies } = await whoKnocks(knock).catch(unavailable);
  if (cookies === undefined) return turnAway('store-unavailable');
  const admission = admissionTo(routePattern);
  if (!member && admission !== 'anyone') {
    return isRead(request) && wantsPage(request)
      ? guarded(leadingTo(signInAddress(url)), 303, knock, { cookies })
      : turnAway('signed-out', cookies);
  }
  if (member && origin === 'unknown' && !(await isMarked(request, app.secret, member.sessionId))) {
    return turnAway('foreign-form', cookies);
  }
  if (member && admission !== 'anyone' && !admission.includes(member.role)) {
    // Whoever only went in by the front door is shown the way.
    const isFrontDoor = isRead(request) && wantsPage(request) && routePattern === '/desk';
    return isFrontDoor
      ? guarded(leadingTo(homeOf(member.role)), 303, knock, { cookies })
      : turnAway('not-for-your-role', cookies);
  }
  const response = await pages.asked(member).catch(undefinedWhereUnavailable);
  if (!response) return turnAway('store-unavailable', cookies);
  return guarded(response, response.status, knock, { cookies, ...(member && { member }) });
}

/** Whoever has no cookie of ours is a stranger: nothing has to be loaded or asked for that. */
async function whoKnocks({ request, app }: Knock) {
  if (!/handrail\.session_token=/.test(request.headers.get('cookie') ?? '')) return { member: undefined, cookies: [] };
  const signIn = await app.signIn();
  return signIn.whoIs(request.headers, Temporal.Now.instant(), { isSeen: isByHand(request) });
}

function unavailable(error: unknown): { member: undefined; cookies: undefined } {
  if (isStoreUnavailable(error)) return { member: undefined, cookies: undefined };
  throw error;
}

function undefinedWhereUnavailable(error: unknown): undefined {
  if (!isStoreUnavailable(error)) throw error;
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function wantsPage({ headers }: Request): boolean {
  return (headers.get('accept') ?? '').includes('text/html');
}

/** A page that brings itself up to date, or a stream that reconnects, does not mean that somebody is there. */
function isByHand(request: Request): boolean {
  const mode = request.headers.get('sec-fetch-mode');
  return wantsPage(request) && (mode === null || mode === 'navigate');
}

function signInAddress(url: URL): string {
  const next = pathAtDesk(url.pathname + url.search);
  return next === undefined || next === '/desk/' ? '/desk/sign-in/' : `/desk/sign-in/?next=${encodeURIComponent(next)}`;
}

function leadingTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function refusalOf(why: TurnedAway) {
  const [problem, fix] = {
    'signed-out': ['You are not signed in.', 'Sign in at /desk/sign-in/, and ask again.'],
    'not-for-your-role': ['Your role does not reach this.', 'Ask an admin of this site for another role.'],
    'foreign-form': ['This was not sent from a page of the desk.', 'Send it from there.'],
    'store-unavailable': ['We cannot read who you are right now; that is our fault.', 'Try again in a minute.'],
  }[why];
  return { errors: [{ field: '', problem, fix }] };
}

/** The answer as it leaves the desk. */
async function guarded(
  response: Response,
  status: number,
  { app, headers: always }: Knock,
  { cookies, member }: { cookies: Cookies; member?: SignedIn },
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (status === 503) headers.set('retry-after', '60');
  // A page that has just begun or ended a session knows better.
  if (!headers.has('set-cookie')) for (const cookie of cookies) headers.append('set-cookie', cookie);
  const [type] = (headers.get('content-type') ?? '').split(';');
  if (member && type === 'text/event-stream') {
    return new Response(whileSignedIn(response.body, app, member), { status, headers });
  }
  if (!member || type !== 'text/html') return new Response(response.body, { status, headers });
  headers.delete('content-length');
  return new Response(markForms(await response.text(), app.secret, member.sessionId), { status, headers });
}

/** A stream is open for hours; what it brings is handed on only while the session lasts that it was opened with. */
function whileSignedIn(
  body: ReadableStream<Uint8Array> | null,
  { store }: Knock['app'],
  { sessionId }: SignedIn,
): ReadableStream<Uint8Array> | null {
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      if (await store.isLive(sessionId, Temporal.Now.instant())) controller.enqueue(chunk);
      else controller.terminate();
    },
  });
  return body && body.pipeThrough(watched);
}
