import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import { Mistakes } from '../errors/user-error.ts';
import { collectWords } from './index/collect-words.ts';
import { finishIndex, type IndexedSite } from './index/finish-index.ts';
import { isStemmed } from './index/index-word.ts';
import { filesInFolder, filesInMemory } from './index/index-files.ts';
import type { Vocabulary } from './index/vocabulary.ts';
import { recordHtml } from './record-html.ts';
import type { SearchRecord } from './search-records.ts';

/** Pagefind's own search boxes, which nothing here uses. */
const UNUSED_FILES: readonly string[] = [
  ...['component-ui', 'modular-ui', 'ui'].flatMap((name) => [`pagefind-${name}.js`, `pagefind-${name}.css`]),
  'pagefind-highlight.js',
];
/** Records that are under way to the indexer at once: enough to keep it busy, few enough to hold in memory. */
const BATCH = 32;
const WRITABLE = 'Make sure that this folder can be written to and that the disk is not full.';

/**
 * Writes the search index into `folder`, which is emptied first, and answers with the number of records. Throws
 * `Mistakes` where it cannot be built.
 */
export async function writeIndex(
  records: Iterable<SearchRecord>,
  { folder, site }: { folder: string; site: IndexedSite },
): Promise<number> {
  const added = await withIndex(records, site.language, async (index, added) => {
    await emptyFolder(folder);
    const { errors } = await index.writeFiles({ outputPath: folder });
    failOn(errors, folder, WRITABLE);
    return added;
  });
  await Promise.all(UNUSED_FILES.map((name) => rm(join(folder, name), { force: true })));
  await finishIndex(filesInFolder(folder), site, added.vocabulary);
  return added.count;
}

/** The files of the same index by their path within its folder, for dev. */
export async function indexFiles(
  records: readonly SearchRecord[],
  site: IndexedSite,
): Promise<Map<string, Uint8Array>> {
  return withIndex(records, site.language, async (index, { vocabulary }) => {
    const { errors, files } = await index.getFiles();
    failOn(errors, 'search index', 'Restart `npm run dev`.');
    const inMemory = new Map(
      files.filter(({ path }) => !UNUSED_FILES.includes(path)).map(({ path, content }) => [path, content]),
    );
    await finishIndex(filesInMemory(inMemory), site, vocabulary);
    return inMemory;
  });
}

/** Pagefind stems the words of each language that it knows; ours must then be stemmed alike, or none at all. */
function indexLanguage(language: string): string {
  return isStemmed(language) ? (language.split('-')[0] ?? language) : 'unknown';
}

/** Pagefind's indexer dies without an answer where it cannot write, so that is found out before it is asked. */
async function emptyFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Mistakes('The search index could not be written.', [{ problem, where: { file: folder }, fix: WRITABLE }]);
  }
}

type Added = { count: number; vocabulary: Vocabulary };

async function withIndex<Result>(
  records: Iterable<SearchRecord>,
  language: string,
  use: (index: PagefindIndex, added: Added) => Promise<Result>,
): Promise<Result> {
  const { errors, index } = await createIndex({ forceLanguage: indexLanguage(language) });
  failOn(errors, 'search index', 'Run `npm ci` again; the indexer is an optional package for each platform.');
  if (!index) throw new Error('Pagefind made no index and named no error.');
  try {
    return await use(index, await addRecords(index, records, language));
  } finally {
    await index.deleteIndex();
  }
}

/** Takes records as they come and answers with their number and words; those that were sent are let go. */
async function addRecords(index: PagefindIndex, records: Iterable<SearchRecord>, language: string): Promise<Added> {
  const words = collectWords(language);
  let count = 0;
  let underWay: Promise<void>[] = [];
  for (const record of records) {
    underWay.push(addRecord(index, record, language));
    words.add(record);
    count += 1;
    if (underWay.length < BATCH) continue;
    await Promise.all(underWay);
    underWay = [];
  }
  await Promise.all(underWay);
  return { count, vocabulary: words.vocabulary() };
}

async function addRecord(index: PagefindIndex, record: SearchRecord, language: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: record.address, content: recordHtml(record, language) });
  failOn(errors, record.file, 'Look for unusual characters in its title and headings, or leave the article out.');
}

function failOn(errors: readonly string[], file: string, fix: string): void {
  if (errors.length === 0) return;
  throw new Mistakes(
    'The search index could not be built.',
    errors.map((problem) => ({ problem: `Pagefind says: ${problem}`, where: { file }, fix })),
  );
}
