import { escapeXml } from './xml.ts';

/** A page that search engines may show. `changedAt` is ISO 8601. */
export type SitemapPage = { address: string; changedAt?: string };

/** What https://www.sitemaps.org/protocol.html allows in one file. */
export const MOST_PAGES = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `/sitemap.xml`: all pages, or, where they are too many for one file, the list of the parts. */
export function sitemap(pages: readonly SitemapPage[], siteUrl: string, most = MOST_PAGES): string {
  const parts = sitemapParts(pages, siteUrl, most);
  return parts.length === 0 ? urlSet(pages, siteUrl) : index(pages, siteUrl, most);
}

/** The parts `/sitemap-1.xml`, `/sitemap-2.xml` …; none where one file holds all pages. */
export function sitemapParts(pages: readonly SitemapPage[], siteUrl: string, most = MOST_PAGES): string[] {
  return pages.length <= most ? [] : inParts(pages, most).map((part) => urlSet(part, siteUrl));
}

function urlSet(pages: readonly SitemapPage[], siteUrl: string): string {
  return document(
    'urlset',
    pages.map((page) => entry('url', siteUrl + page.address, page.changedAt)),
  );
}

function index(pages: readonly SitemapPage[], siteUrl: string, most: number): string {
  const entries = inParts(pages, most).map((part, at) => {
    const latest = part
      .flatMap(({ changedAt }) => changedAt ?? [])
      .toSorted()
      .at(-1);
    return entry('sitemap', `${siteUrl}/sitemap-${at + 1}.xml`, latest);
  });
  return document('sitemapindex', entries);
}

function inParts(pages: readonly SitemapPage[], most: number): SitemapPage[][] {
  return Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => pages.slice(at * most, (at + 1) * most));
}

function entry(name: string, address: string, changedAt: string | undefined): string {
  const lastmod = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`;
  return `  <${name}><loc>${escapeXml(address)}</loc>${lastmod}</${name}>\n`;
}

function document(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${entries.join('')}</${root}>\n`;
}
