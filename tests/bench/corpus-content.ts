import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { z } from 'zod';
import { markdownToMdx } from './markdown-to-mdx.ts';
import { childrenOf, parseMarkdown, textOf } from './markdown-tree.ts';

/** One line of a corpus; what else it holds is not needed. */
export const CorpusEntry = z.object({
  id: z.string().min(1).describe('Folders and a name, joined by slashes.'),
  title: z.string().describe('Title of the page.'),
  body_markdown: z.string().describe('Its text, plain Markdown.'),
});
export type CorpusEntry = z.infer<typeof CorpusEntry>;

/** A corpus as the files of a content folder, by path; the slug of each entry by its id; the pages that it makes. */
export type CorpusContent = {
  files: Map<string, string>;
  slugs: Map<string, string>;
  pages: { address: string; title: string }[];
};

const MAX_TITLE = 120;
const MAX_SUMMARY = 300;
const AUDIENCE = 'everyone';
/** Folders of an id that name its topic, the product left out: more of them would make topics of three articles. */
const TOPIC_DEPTH = 2;

/** Reads JSON lines, plain or compressed with gzip. Throws where a line is no entry. */
export async function readCorpus(path: string): Promise<CorpusEntry[]> {
  const bytes = await readFile(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => CorpusEntry.parse(JSON.parse(line)));
}

/** Writes the content folder that `corpusContent` describes, which replaces what was there. */
export async function writeContent({ files }: CorpusContent, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The same corpus gives the same content, so that builds of it can be compared. */
export function corpusContent(entries: readonly CorpusEntry[]): CorpusContent {
  const slugs = slugsOf(entries);
  const known = new Set(slugs.values());
  const isKept = (address: string) => {
    const slug = /^\/articles\/([^/#?]+)/.exec(address)?.[1];
    return slug === undefined ? /^(?:https?:|mailto:|#)/.test(address) : known.has(slug);
  };
  const files = new Map<string, string>();
  const topics = new Map<string, string>();
  const products = new Map<string, string>();
  const pages: CorpusContent['pages'] = [];
  for (const entry of entries) {
    const slug = slugs.get(entry.id) ?? '';
    const product = nameOf(entry.id.split('/').slice(0, 1));
    const topic = topicOf(entry.id);
    products.set(product.id, product.title);
    topics.set(topic.id, topic.title);
    const title = titleOf(entry);
    pages.push({ address: `/articles/${slug}/`, title });
    files.set(
      `articles/${product.id}/${slug}.mdx`,
      article(entry.body_markdown, { title, product: product.id, topic: topic.id }, isKept),
    );
  }
  const list = (named: Map<string, string>) =>
    [...named].map(([id, title]) => ({ id, title, summary: `Articles on ${title}.` }));
  files.set('site.yaml', stringify(SITE));
  files.set('audiences.yaml', stringify([{ id: AUDIENCE, title: 'Everyone', summary: 'All readers of the corpus.' }]));
  files.set('topics.yaml', stringify(list(topics)));
  for (const [id, title] of products) files.set(`products/${id}.yaml`, stringify(productFile(title)));
  return { files, slugs, pages };
}

/** Slashes become hyphens; ids that would meet in one slug are numbered in the order of the corpus. */
function slugsOf(entries: readonly CorpusEntry[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    entries.map(({ id }) => {
      const wanted = identifier(id);
      let slug = wanted;
      for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
      taken.add(slug);
      return [id, slug];
    }),
  );
}

function article(
  body: string,
  { title, product, topic }: { title: string; product: string; topic: string },
  isKept: (address: string) => boolean,
): string {
  const fields = {
    title,
    summary: cut(firstSentence(body) ?? title, MAX_SUMMARY),
    type: 'reference',
    product,
    topic,
    reviewed: '2026-10-01',
    owner: 'corpus',
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${markdownToMdx(body, isKept)}\n`;
}

/** A page without a title is named after the last part of its id. */
function titleOf({ id, title }: CorpusEntry): string {
  return cut(title.replace(/\s+/g, ' ').trim() || (id.split('/').at(-1) ?? id), MAX_TITLE);
}

/** Of the first paragraph that says anything, wherever it stands. */
function firstSentence(body: string): string | undefined {
  const find = (node: ReturnType<typeof parseMarkdown>): string | undefined => {
    if (node.type !== 'paragraph') return childrenOf(node).map(find).find(Boolean);
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)][0]?.segment.trim();
  };
  return find(parseMarkdown(body)) || undefined;
}

function topicOf(id: string): { id: string; title: string } {
  const folders = id.split('/').slice(0, -1);
  return nameOf(folders.length > 1 ? folders.slice(1, 1 + TOPIC_DEPTH) : folders.length === 1 ? folders : [id]);
}

function nameOf(parts: readonly string[]): { id: string; title: string } {
  return { id: identifier(parts.join('/')), title: parts.join(' / ') };
}

function identifier(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'unnamed'
  );
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  const end = start.lastIndexOf(' ');
  return `${(end > most / 2 ? start.slice(0, end) : start).toWellFormed().replace(/\uFFFD$/, '')}…`;
}

function productFile(title: string): object {
  return {
    title,
    summary: `The manual of ${title}.`,
    audiences: [AUDIENCE],
    versions: [{ id: '1', label: `${title} 1`, released: '2026-01-01' }],
  };
}

const SITE = {
  name: 'Corpus',
  title: 'Corpus Help',
  sentence: 'A real help corpus, for measuring.',
  language: 'en',
  contact: { phone: '+44 1632 960150', email: 'help@corpus.example' },
  support: {
    timeZone: 'Europe/London',
    hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
    promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
  },
};
