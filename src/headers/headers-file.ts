import type { UserError } from '../errors/user-error.ts';
import { DRAWING_HEADERS } from './security-headers.ts';

/** Netlify and Cloudflare read a line of at most 2,000 characters: https://developers.cloudflare.com/pages/configuration/headers/ */
export const LONGEST_LINE = 2_000;

type Rules = {
  everywhere: Readonly<Record<string, string>>;
  /** Patterns of what is opened as a drawing. */
  drawings: readonly string[];
  /** Patterns of what browsers keep for good; of everything else they ask whether it has changed. */
  unchanging: readonly string[];
};

/**
 * The headers for static hosts that read a `_headers` file. One that is longer than such hosts read is left out with a
 * warning: whoever runs the server has no use for the file.
 */
export function headersFile({ everywhere, drawings, unchanging }: Rules): { text: string; warnings: UserError[] } {
  const all = Object.entries(everywhere).map(([name, value]) => ({ name, line: `  ${name}: ${value}` }));
  const lines = [
    '/*',
    ...all.flatMap(({ line }) => (line.length > LONGEST_LINE ? [] : [line])),
    ...drawings.flatMap((pattern) => [pattern, ...Object.entries(DRAWING_HEADERS).flatMap(instead)]),
    ...unchanging.flatMap((path) => [path, '  cache-control: public, max-age=31536000, immutable']),
    // Its ending says too little.
    '/feed.xml',
    '  content-type: application/atom+xml; charset=utf-8',
  ];
  const warnings = all
    .filter(({ line }) => line.length > LONGEST_LINE)
    .map(({ name, line }) => ({
      problem: `The header ${name} is left out: it has ${line.length} characters, and static hosts read ${LONGEST_LINE}.`,
      where: { file: 'dist/client/_headers' },
      fix: 'Nothing is to be done where `npm start` serves the site. On a host for files, set it in the rules of the host.',
    }));
  return { text: `${lines.join('\n')}\n`, warnings };
}

/** Cloudflare adds to what was said everywhere, unless that is taken back; Netlify knows no such line, and passes it over. */
function instead([name, value]: readonly [name: string, value: string]): string[] {
  return [`  ! ${name}`, `  ${name}: ${value}`];
}
