import type { Cookies } from './sign-in.ts';

/** Leads on after a form, with the cookies that go along. */
export function goingOn(location: string, cookies: Cookies = []): Response {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
