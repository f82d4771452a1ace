import type { ArticleProps } from '../articles/article-paths.ts';
import type { Content } from '../articles/content.ts';
import { listInWords, lowerFirst } from '../articles/in-words.ts';
import { llms as words } from '../strings/en/discovery.ts';
import { productOf } from '../articles/content.ts';
import { servedAudiences, servedVersions } from './page-titles.ts';
import { twinAddress } from './twin-address.ts';

/** This word in every language: programs look for it. */
const OPTIONAL = 'Optional';

/**
 * `/llms.txt` (https://llmstxt.org/): what this site is, its products and topics, and the Markdown twin of every
 * article; twins for older versions and other readers stand last, as what may be left out.
 */
export function llms(content: Content, articles: readonly ArticleProps[], siteUrl: string): string {
  const { site, products, topics } = content;
  const byTopic = Map.groupBy(articles.filter(isFirst), ({ page }) => page.edition.frontmatter.topic);
  const first = (props: ArticleProps) => line(props.page.edition.frontmatter.title, twin(props), summaryOf(props));
  const other = (props: ArticleProps) =>
    line(props.page.edition.frontmatter.title, twin(props), readersOf(props, content));
  const twin = ({ page }: ArticleProps) => siteUrl + twinAddress(page.address);
  return [
    `# ${oneLine(site.title)}`,
    `> ${oneLine(site.sentence)}`,
    words.about,
    words.contact(site.contact),
    section(
      words.products,
      products.map(({ id, title, summary }) => line(title, `${siteUrl}/products/${id}/`, summary)),
    ),
    section(
      words.topics,
      topics
        .filter(({ id }) => byTopic.has(id))
        .map(({ id, title, summary }) => line(title, `${siteUrl}/topics/${id}/`, summary)),
    ),
    ...topics.map(({ id, title }) => section(title, (byTopic.get(id) ?? []).map(first))),
    section(OPTIONAL, articles.filter((props) => !isFirst(props)).map(other)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function isFirst({ page }: ArticleProps): boolean {
  return page.address === `/articles/${page.edition.slug}/`;
}

function summaryOf({ page }: ArticleProps): string {
  return page.edition.frontmatter.summary;
}

function readersOf({ page: { edition, serves } }: ArticleProps, content: Content): string {
  const product = productOf(content, edition);
  const list = (parts: readonly string[]) => listInWords(parts, content.site.language);
  const versions = list(servedVersions(product, serves).map(({ label }) => label));
  const audiences = list(servedAudiences(product, serves, content.audiences).map(lowerFirst));
  return words.readers({ versions, audiences });
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`## ${oneLine(title)}`, lines.join('\n')].join('\n\n');
}

function line(title: string, address: string, notes: string): string {
  return `- [${oneLine(title).replaceAll(/[[\]\\]/g, '\\$&')}](${address}): ${oneLine(notes)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
