import { createHash } from 'node:crypto';

/** What a built page of the desk has inline, by its route: as hashes, so that nothing else inline is carried out. */
export type DeskPolicy = Readonly<Record<string, { scripts: readonly string[]; styles: readonly string[] }>>;

/** Where the build leaves it, within the folder of the server. */
export const DESK_POLICY_FILE = 'desk-policy.json';

/** What Astro tells at the end of a build, as far as it is needed here. */
type Built = {
  routes: readonly {
    routeData: { route: string };
    styles: readonly ({ type: 'inline'; content: string } | { type: 'external'; src: string })[];
  }[];
  /** Small scripts that were put into the pages, by the module that they come from. */
  inlinedScripts: readonly (readonly [string, string])[];
};

/** The inline styles of each route of the desk, and the inline scripts of all of them. */
export function deskPolicyOf({ routes, inlinedScripts }: Built): DeskPolicy {
  const scripts = inlinedScripts
    .filter(([module]) => /\/desk\/|\/Desk\w*\.astro/.test(module))
    .map(([, code]) => hashOf(code));
  return Object.fromEntries(
    routes
      .filter(({ routeData }) => /^\/desk(\/|$)/.test(routeData.route))
      .map(({ routeData, styles }) => [
        routeData.route,
        { scripts, styles: styles.flatMap((style) => (style.type === 'inline' ? [hashOf(style.content)] : [])) },
      ]),
  );
}

/** The Content-Security-Policy of a page: nothing but what this server sends, in no frame, and no form to elsewhere. */
export function contentSecurityPolicy(policy: DeskPolicy, routePattern: string): string {
  const { scripts, styles } = policy[routePattern] ?? { scripts: [], styles: [] };
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
