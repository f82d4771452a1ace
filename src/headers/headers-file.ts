/** Netlify and Cloudflare read a line of at most 2,000 characters: https://developers.cloudflare.com/pages/configuration/headers/ */
export const LONGEST_LINE = 2_000;

/**
 * The headers for static hosts that read a `_headers` file. What never changes is kept by browsers for good; of
 * everything else they ask whether it has changed. Throws where a line is longer than such hosts read.
 */
export function headersFile(everywhere: Readonly<Record<string, string>>): string {
  const lines = [
    '/*',
    ...Object.entries(everywhere).map(([name, value]) => `  ${name}: ${value}`),
    ...['/_astro/*', '/previews/*'].flatMap((path) => [path, '  cache-control: public, max-age=31536000, immutable']),
    // Its ending says too little.
    '/feed.xml',
    '  content-type: application/atom+xml; charset=utf-8',
  ];
  const tooLong = lines.find((line) => line.length > LONGEST_LINE);
  if (tooLong) throw new Error(`A header is longer than static hosts read (${tooLong.length} characters): ${tooLong}`);
  return `${lines.join('\n')}\n`;
}
