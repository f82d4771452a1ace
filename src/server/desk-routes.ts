import { ROLES, type Role } from '../schema/member.ts';

/** Who may enter. `anyone`: pages that lead in, and show nothing. */
export type Admission = 'anyone' | readonly Role[];

const MEMBERS = ROLES;
const WHO_ANSWERS = ['agent', 'admin'] as const;

/**
 * Every route of the desk, as Astro names it, and who may enter: the one place where that is decided. What is missing
 * here nobody enters, and a test fails for a page that is missing. Writers see what failed, not whom it happened to.
 */
export const DESK_ROUTES: Readonly<Record<string, Admission>> = {
  '/desk': WHO_ANSWERS,
  '/desk/events': WHO_ANSWERS,
  '/desk/requests/[reference]': WHO_ANSWERS,
  '/desk/requests/[reference]/as-read': WHO_ANSWERS,
  '/desk/insights': MEMBERS,
  '/desk/insights/csv': MEMBERS,
  '/desk/incidents': MEMBERS,
  '/desk/incidents/[slug]': WHO_ANSWERS,
  '/desk/people': ['admin'],
  '/desk/sessions': MEMBERS,
  '/desk/sessions/passkey': MEMBERS,
  '/desk/sign-out': MEMBERS,
  '/desk/sign-in': 'anyone',
  '/desk/sign-in/passkey': 'anyone',
  '/desk/sign-in/password/[token]': 'anyone',
  '/desk/auth/[...all]': 'anyone',
  '/desk/[...rest]': MEMBERS,
};

export function admissionTo(routePattern: string): Admission {
  return DESK_ROUTES[routePattern.replace(/(?<=.)\/$/, '')] ?? [];
}

/** Whether this is the guard's affair: by the page that would answer, and by the address, should none do. */
export function isOfDesk(routePattern: string, pathname: string): boolean {
  return /^\/desk(\/|$)/.test(routePattern) || /^\/desk(\/|$)/i.test(decoded(pathname));
}

/** Where somebody with this role begins. */
export function homeOf(role: Role): string {
  return role === 'writer' ? '/desk/insights/' : '/desk/';
}

/** The address as a path below /desk/ to go on to, or undefined where it leads anywhere else, or in a circle. */
export function pathAtDesk(address: string | null | undefined): string | undefined {
  const base = 'http://desk.invalid';
  const read = address ? URL.parse(address, base) : null;
  if (read?.origin !== base || !/^\/desk\//.test(read.pathname)) return undefined;
  if (/^\/desk\/(sign-in|sign-out|auth|events)(\/|$)/.test(read.pathname)) return undefined;
  return read.pathname + read.search;
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
