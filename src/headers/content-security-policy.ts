import type { Inline } from './inline-in.ts';

/** What pages of a site may do besides showing what their own host sends. */
export type Allowed = {
  /** Styles and scripts that stand in pages, as hashes. */
  inline: Inline;
  /** Origins of the players of other sites that its videos are played with. */
  players: readonly string[];
  /** Origins that forms are sent to, and led on to, besides the own one. */
  formTargets: readonly string[];
  /** Origins that scripts ask, besides the own one. */
  asked: readonly string[];
  /** Searching in the browser compiles WebAssembly; that allows no code that came as text. */
  searches: boolean;
};

export const NOTHING_ELSE: Allowed = {
  inline: { scripts: [], styles: [] },
  players: [],
  formTargets: [],
  asked: [],
  searches: false,
};

/** The Content-Security-Policy (CSP 3) of pages that may do what is `allowed`: what is not named, they may not. */
export function contentSecurityPolicy({ inline, players, formTargets, asked, searches }: Allowed): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    directive('connect-src', asked),
    directive('form-action', formTargets),
    "frame-ancestors 'none'",
    ...(players.length > 0 ? [`frame-src ${players.join(' ')}`] : []),
    "img-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    directive('script-src', [...(searches ? ["'wasm-unsafe-eval'"] : []), ...inline.scripts]),
    directive('style-src', inline.styles),
    "worker-src 'self'",
  ].join('; ');
}

function directive(name: string, besides: readonly string[]): string {
  return [name, "'self'", ...besides].join(' ');
}
