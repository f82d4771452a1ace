import { contentSecurityPolicy, NOTHING_ELSE, type Allowed } from './content-security-policy.ts';

/** What the headers of a site depend on. */
export type HeaderFacts = Pick<Allowed, 'inline' | 'players'> & {
  /** Whether customers see the site through https. */
  isSecure: boolean;
  /** Origin of the server, where it is not that of the pages. */
  server?: string;
};

const TWO_YEARS_SECONDS = 63_072_000;

/** Abilities of browsers that no page here uses. */
const NEVER_USED = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/** What goes with every answer of the public site, by name: pages, files, redirects, refusals. */
export function publicHeaders(facts: HeaderFacts): Record<string, string> {
  const { inline, players, server } = facts;
  const elsewhere = server === undefined ? [] : [server];
  const policy = contentSecurityPolicy({ inline, players, asked: elsewhere, formTargets: elsewhere, searches: true });
  return {
    'content-security-policy': policy,
    // What a player needs, such as the whole screen, its frame alone is given (src/video/browser/frame-player.ts).
    'permissions-policy': permissions(
      ['publickey-credentials-create', 'publickey-credentials-get'].map((name) => [name, ''] as const),
    ),
    // Other sites learn that somebody came from here, not from which article.
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...common(facts),
  };
}

/**
 * What goes with every answer of the desk: passkeys besides, and nothing of other sites. `hasPolicy` is false while
 * developing, where Vite puts styles and scripts of its own into every page.
 */
export function deskHeaders(facts: HeaderFacts, { hasPolicy }: { hasPolicy: boolean }): Record<string, string> {
  return {
    ...(hasPolicy && { 'content-security-policy': contentSecurityPolicy(NOTHING_ELSE) }),
    'permissions-policy': permissions(
      ['publickey-credentials-create', 'publickey-credentials-get'].map((name) => [name, 'self'] as const),
    ),
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    ...common(facts),
  };
}

/**
 * What an opened drawing may do: show the styles and pictures that it holds. A site may be given drawings that nobody
 * looked through, and those have inline styles as a rule; pages keep theirs without.
 */
export const DRAWING_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
};

/** The ending that tells a drawing by the name of its file, as it is written there; undefined for other files. */
export function drawingEnding(name: string): string | undefined {
  return /\.svgz?$/i.exec(name)?.[0];
}

function common({ isSecure }: HeaderFacts): Record<string, string> {
  return {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'x-content-type-options': 'nosniff',
    // Other hosts of the same domain may have reasons of their own to do without https.
    ...(isSecure && { 'strict-transport-security': `max-age=${TWO_YEARS_SECONDS}` }),
  };
}

function permissions(given: readonly (readonly [name: string, to: string])[]): string {
  return [...given, ...NEVER_USED.map((name) => [name, ''] as const)].map(([name, to]) => `${name}=(${to})`).join(', ');
}
