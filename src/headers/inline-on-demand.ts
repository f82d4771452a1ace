import { hashOf, type Inline } from './inline-in.ts';

/** What Astro tells at the end of a build, as far as it is needed here. */
type Manifest = {
  routes: readonly {
    routeData: { prerender: boolean };
    styles: readonly ({ type: 'inline'; content: string } | { type: 'external'; src: string })[];
  }[];
  /** How islands wake, by the name of their directive. */
  clientDirectives: Iterable<readonly [string, string]>;
  /** Small scripts that were put into the pages, by the module that they come from. */
  inlinedScripts: Iterable<readonly [string, string]>;
};

/** The directives that components here use: what wakes an island stands in the page before it. */
const DIRECTIVES: readonly string[] = ['interact', 'load'];

/** What stands in pages that are made on demand; what all islands share is known from the built pages. */
export function inlineOnDemand({ routes, clientDirectives, inlinedScripts }: Manifest): Inline {
  const waking = [...clientDirectives].filter(([name]) => DIRECTIVES.includes(name));
  const scripts = [...waking, ...inlinedScripts].map(([, code]) => hashOf(code));
  const styles = routes
    .filter(({ routeData }) => !routeData.prerender)
    .flatMap((route) => route.styles.flatMap((style) => (style.type === 'inline' ? [hashOf(style.content)] : [])));
  return { scripts: [...new Set(scripts)], styles: [...new Set(styles)] };
}
