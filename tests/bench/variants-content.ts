import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { article, AUDIENCES_YAML, SITE_YAML, TOPICS_YAML } from '../fixtures/site.ts';

export type VariantsContent = {
  files: ReadonlyMap<string, string>;
  versions: number;
  readersPerArticle: number;
  /** Pages that differ, counted from how the content was made and not by the code that is measured. */
  distinctOutputs: number;
};

const AUDIENCES = ['home', 'office', 'admin'];
const NEWEST = 6;
const LAST_YEAR = 2026;

/**
 * Articles for six versions and three audiences. One in ten reads otherwise for each of them, in every way that a
 * writer has: a step, a word, a heading, a row of a table. The others are the same for everybody.
 */
export function variantsContent(articles: number): VariantsContent {
  const files = new Map<string, string>([
    ['site.yaml', SITE_YAML],
    ['audiences.yaml', AUDIENCES_YAML],
    ['topics.yaml', TOPICS_YAML],
    ['products/sync.yaml', product()],
  ]);
  let distinctOutputs = 0;
  const readersPerArticle = NEWEST * AUDIENCES.length;
  for (let number = 1; number <= articles; number++) {
    const differs = number % 10 === 0;
    distinctOutputs += differs ? readersPerArticle : 1;
    const fields = { title: `Do task ${number} with your files`, keywords: '[chore]' };
    files.set(`articles/task-${number}.mdx`, article(fields, body(number, differs, articles)));
  }
  return { files, versions: NEWEST, readersPerArticle, distinctOutputs };
}

export async function writeVariants({ files }: VariantsContent, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

function product(): string {
  const versions = versionIds().map(
    (id, index) => `  - { id: "${id}", label: "Sync ${id}", released: ${LAST_YEAR - index}-03-10 }`,
  );
  return [
    'title: Northlight Sync',
    'summary: Keeps files the same on every computer.',
    `audiences: [${AUDIENCES.join(', ')}]`,
    'versions:',
    ...versions,
    '',
  ].join('\n');
}

function versionIds(): number[] {
  return Array.from({ length: NEWEST }, (_, index) => NEWEST - index);
}

function body(number: number, differs: boolean, articles: number): string {
  const sentences = Array.from(
    { length: 6 },
    (_, index) => `Sentence ${index} of task ${number} says what to look at.`,
  );
  const menus = differs ? versionIds().map(menuIn).join('') : '';
  return [
    `<Short>\n\nOpen **Files** and choose task ${number}.\n\n</Short>`,
    sentences.join(' '),
    '## Do it',
    `<Steps>\n\n1. Open **Files**.\n2. Choose task ${number}${menus}.\n3. Wait.\n\n</Steps>`,
    ...(differs ? AUDIENCES.map(partFor) : []),
    '## Look at it',
    `| Where | What |\n| --- | --- |\n| Menu | Files |\n| ${differs ? placeByVersion() : 'Bar'} | Task |`,
    sentences.join(' '),
    `See [the next task](/articles/task-${(number % articles) + 1}/).`,
    '',
  ].join('\n\n');
}

function placeByVersion(): string {
  return '<For versions=">=4">Bar</For><For versions="<4">Tray</For>';
}

function menuIn(version: number): string {
  return `<For versions="${version}"> in menu ${version}</For>`;
}

function partFor(audience: string): string {
  return `<For audiences="${audience}">\n\n## For ${audience}\n\nThis part is for ${audience} alone.\n\n</For>`;
}
