/** Why the copy is shown: the network failed, or it took too long. */
export type Because = 'failed' | 'slow';

const KEPT_AT = 'x-handrail-kept-at';
const NEEDS = 'x-handrail-needs';

/** What is known of a page that was kept. */
export type KeptPage = { address: string; keptAtMs: number; needs: string[] };

/** The copy of a page to keep: its text, its headers, when it was read, and the paths of the assets that it needs. */
export function keptPage(html: string, headers: Headers, keptAtMs: number, needs: readonly string[]): Response {
  const kept = new Headers(headers);
  // These tell how the answer travelled; the text here has arrived.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  kept.set(KEPT_AT, String(keptAtMs));
  kept.set(NEEDS, needs.join(' '));
  return new Response(html, { headers: kept });
}

export function readKeptPage(address: string, { headers }: Pick<Response, 'headers'>): KeptPage {
  return {
    address,
    keptAtMs: Number(headers.get(KEPT_AT) ?? 0),
    needs: (headers.get(NEEDS) ?? '').split(' ').filter(Boolean),
  };
}

/** `html` with a mark that tells the page itself that it is a copy, from when, and why it is shown. */
export function markedAsKept(html: string, keptAtMs: number, because: Because): string {
  return html.replace(/<html\b/i, `$& data-kept-at="${keptAtMs}" data-kept-because="${because}"`);
}
