import type { ArticleProps } from '../articles/article-paths.ts';
import type { Content } from '../articles/content.ts';
import { discovery as words } from '../strings/en/discovery.ts';
import { changedAt, latestOf } from './changed-at.ts';
import type { LastChanges } from './last-changes.ts';
import { escapeXml } from './xml.ts';

const MOST_ENTRIES = 50;
/** Of a site without articles: Atom wants some time. */
const BEFORE_ALL = '1970-01-01T00:00:00Z';

/**
 * What changed lately, as Atom (RFC 4287): an entry an article, the latest first. Its id is the address of the article,
 * which it keeps for ever, so that a reader of the feed sees a changed article, and not a second one.
 */
export function feed(
  { site, topics }: Pick<Content, 'site' | 'topics'>,
  articles: readonly ArticleProps[],
  changes: LastChanges,
  siteUrl: string,
): string {
  const entries = [...Map.groupBy(articles, ({ page }) => page.edition.slug).values()]
    .map((pages) => entryOf(pages, changes))
    .toSorted((a, b) => b.updated.localeCompare(a.updated) || a.address.localeCompare(b.address))
    .slice(0, MOST_ENTRIES);
  const self = `${siteUrl}/feed.xml`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">`,
    `  <id>${escapeXml(self)}</id>`,
    `  <title>${escapeXml(words.feed(site.title))}</title>`,
    `  <updated>${latestOf(entries.map(({ updated }) => updated)) ?? BEFORE_ALL}</updated>`,
    `  <author><name>${escapeXml(site.name)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(siteUrl)}/"/>`,
    ...entries.map((entry) => entryElement(entry, siteUrl, topics.find(({ id }) => id === entry.topic)?.title)),
    '</feed>',
    '',
  ].join('\n');
}

type Entry = { address: string; title: string; summary: string; topic: string; updated: string };

/** An article changes when any of its pages does; its first page speaks for it. */
function entryOf(pages: readonly ArticleProps[], changes: LastChanges): Entry {
  const [first] = pages;
  if (!first) throw new Error('An article has no page.');
  const { slug, frontmatter } = first.page.edition;
  return {
    address: `/articles/${slug}/`,
    title: frontmatter.title,
    summary: frontmatter.summary,
    topic: frontmatter.topic,
    updated: latestOf(pages.map(({ page }) => changedAt(page.edition, changes))) ?? BEFORE_ALL,
  };
}

function entryElement({ address, title, summary, topic, updated }: Entry, siteUrl: string, label = topic): string {
  const url = escapeXml(siteUrl + address);
  return [
    '  <entry>',
    `    <id>${url}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${updated}</updated>`,
    `    <link rel="alternate" type="text/html" href="${url}"/>`,
    `    <category term="${escapeXml(topic)}" label="${escapeXml(label)}"/>`,
    `    <summary>${escapeXml(summary)}</summary>`,
    '  </entry>',
  ].join('\n');
}
