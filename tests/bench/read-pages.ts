import type { Milliseconds } from './quantile.ts';

/** A page that should be there. */
export type Expected = { address: string; title: string };
export type PagesRead = { opened: number; broken: string[]; times: Milliseconds[] };

/** Opens pages one after the other. A page is broken unless it answers 200 with its title as its only first heading. */
export async function readPages(site: string, pages: readonly Expected[]): Promise<PagesRead> {
  const read: PagesRead = { opened: 0, broken: [], times: [] };
  for (const { address, title } of pages) {
    const startedAt = performance.now();
    const response = await fetch(site + address);
    const html = await response.text();
    read.times.push(performance.now() - startedAt);
    const headings = [...html.matchAll(/<h1\b[^>]*>([\s\S]*?)<\/h1>/g)].map(([, text = '']) => asText(text));
    if (response.status !== 200) read.broken.push(`${address} answered ${response.status}`);
    else if (headings.length !== 1 || headings[0] !== title.trim().replace(/\s+/g, ' '))
      read.broken.push(`${address} is headed ${JSON.stringify(headings)} and not "${title}"`);
    else read.opened += 1;
  }
  return read;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** HTML without tags, as it is read. */
export function asText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
      decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : hex !== undefined
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : (ENTITIES[name ?? ''] ?? whole),
    )
    .replace(/\s+/g, ' ')
    .trim();
}
