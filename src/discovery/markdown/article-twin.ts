import { stringify } from 'yaml';
import type { ArticleLink } from '../../articles/address-book.ts';
import type { Tree } from '../../articles/tree.ts';
import { untoldCause } from '../../articles/untold-cause.ts';
import type { Edition } from '../../schema/article.ts';
import { article } from '../../strings/en/article.ts';
import { twin as words } from '../../strings/en/discovery.ts';
import { blocks } from './blocks.ts';
import { escapeText } from './escape.ts';
import type { Absolute } from './inline.ts';

type TwinFacts = {
  edition: Edition;
  product: string;
  /** Labels of the versions and titles of the readers that the page is for. */
  versions: readonly string[];
  audiences: readonly string[];
  language: string;
  /** The page itself, with its host. */
  url: string;
  changedAt: string;
  /** The body for these readers; nothing that is hidden from them is in it. */
  tree: Tree;
  related: readonly ArticleLink[];
  absolute: Absolute;
};

/** A page of an article as Markdown, with what the page says around its text above and below it. */
export function articleTwin(facts: TwinFacts): string {
  const { edition, product, versions, audiences, language, url, changedAt, tree, related, absolute } = facts;
  const { title, summary, reviewed } = edition.frontmatter;
  const fields = { title, summary, product, versions, audiences, language, checked: reviewed, changed: changedAt, url };
  return [
    `---\n${stringify(fields, { lineWidth: 0 })}---`,
    `# ${escapeText(title)}`,
    escapeText(summary),
    ...incidentState(edition),
    blocks(tree.children, absolute),
    ...untoldCause(edition, tree).map(({ question, answer }) => `## ${question}\n\n${escapeText(answer)}`),
    ...furtherReading(related, absolute),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function incidentState({ frontmatter: { opened, resolved } }: Edition): string[] {
  if (opened === undefined) return [];
  return [`**${resolved === undefined ? words.openSince(opened) : words.mended({ opened, resolved })}**`];
}

function furtherReading(related: readonly ArticleLink[], absolute: Absolute): string[] {
  if (related.length === 0) return [];
  const links = related.map(({ title, address }) => `- [${escapeText(title)}](${absolute(address)})`);
  return [`## ${article.related}`, links.join('\n')];
}
