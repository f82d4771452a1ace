import type { SearchRecord } from './search-records.ts';

/**
 * The least HTML that makes Pagefind index a record as we want it. Headings with anchors become places to land on.
 * Title and keywords are metadata: searched, with weights of their own, but no part of the text that passages are
 * cut from.
 */
export function recordHtml(record: SearchRecord, language: string): string {
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head>`,
    field('meta', 'title', record.title),
    record.keywords.length > 0 ? field('meta', 'keywords', record.keywords.join(', ')) : '',
    field('filter', 'product', record.product),
    ...record.versions.map((version) => field('filter', 'version', version)),
    ...record.audiences.map((audience) => field('filter', 'audience', audience)),
    field('filter', 'type', record.type),
    field('filter', 'topic', record.topic),
    record.hasSiblings ? field('filter', 'article', record.slug) : '',
    ...record.notFor.map((reader) => field('filter', 'not-for', reader)),
    // Pagefind makes every piece of metadata searchable, but no filter; addresses and ids are nothing to search for.
    field('filter', 'card', JSON.stringify(record.card)),
    `</head><body><main data-pagefind-body>`,
    `<p>${escapeHtml(record.summary)}</p>`,
    ...record.sections.map(sectionHtml),
    '</main></body></html>',
  ].join('\n');
}

function field(kind: 'meta' | 'filter', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;
}

function sectionHtml({ heading, text }: SearchRecord['sections'][number]): string {
  const title = heading
    ? `<h${heading.depth} id="${escapeHtml(heading.id)}">${escapeHtml(heading.text)}</h${heading.depth}>\n`
    : '';
  const paragraphs = text
    .split('\n')
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`);
  return title + paragraphs.join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
