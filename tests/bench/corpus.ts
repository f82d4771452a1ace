import { loadavg } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tryContent } from '../../src/articles/read-content.ts';
import { formatMistakes } from '../../src/errors/user-error.ts';
import { askSearch } from './ask-search.ts';
import type { Bench } from './bench.ts';
import { corpusContent, readCorpus, writeContent, type CorpusContent } from './corpus-content.ts';
import { keepFigures, megabytes, table, type Figure } from './figures.ts';
import { folderSize } from './folder-size.ts';
import { measuredCommand } from './measured-command.ts';
import { quantile } from './quantile.ts';
import { readQuestions, type Question } from './questions.ts';
import { readPages } from './read-pages.ts';
import { freePort, startSite } from './running-site.ts';
import { sample } from './sample.ts';
import { copySite } from './site-copy.ts';

const FOLDER = resolve('.bench');
const CONTENT = join(FOLDER, 'corpus');
const SITE = join(FOLDER, 'site');
const SEED = 20_261_121;
const PAGES_OPENED = 100;
const QUESTIONS_ASKED = 20;

type Input = { corpus: string; articles: number; queries: string; answers: string };
type Part = { figures: Figure[]; broken: string[] };

export const corpusBench: Bench = {
  purpose: 'Builds a help corpus as content, serves it, opens pages of it and asks it questions.',
  usage: '--corpus <file.jsonl[.gz]> [--articles <how many>] [--queries <file.jsonl>] [--answers <file.tsv>]',
  run: async (words) => {
    const { corpus, articles, queries, answers } = parseArgs({
      args: [...words],
      options: {
        corpus: { type: 'string' },
        articles: { type: 'string' },
        queries: { type: 'string' },
        answers: { type: 'string' },
      },
    }).values;
    const most = Number(articles ?? Number.POSITIVE_INFINITY);
    if (corpus === undefined || !(most > 0)) {
      console.error(`npm run bench -- corpus ${corpusBench.usage}`);
      return false;
    }
    return benchCorpus({
      corpus,
      articles: most,
      queries: queries ?? join(dirname(corpus), 'queries.jsonl'),
      answers: answers ?? join(dirname(corpus), 'qrels.tsv'),
    });
  },
};

async function benchCorpus({ corpus, articles, queries, answers }: Input): Promise<boolean> {
  const content = corpusContent((await readCorpus(corpus)).slice(0, articles));
  const questions = (await readQuestions(queries, answers)).filter((question) =>
    question.answers.every((id) => content.slugs.has(id)),
  );
  const settings = await settingsForBench();
  const parts: Part[] = [];
  for (const part of [() => written(content), () => built(settings), () => served(content, questions, settings)]) {
    const measured = await part();
    console.log(table(measured.figures));
    parts.push(measured);
    // What follows would only break for the same reason.
    if (measured.broken.length > 0) break;
  }
  const figures = parts.flatMap((part) => part.figures);
  const broken = parts.flatMap((part) => part.broken);
  if (broken.length > 0) console.error(`\n${broken.slice(0, 20).join('\n\n')}\n\n${broken.length} broken.`);
  const name = `corpus-${basename(corpus).replace(/\..*/, '')}-${content.slugs.size}`;
  console.log(`\nKept in ${await keepFigures(FOLDER, name, { figures, broken })}`);
  return broken.length === 0;
}

async function settingsForBench(): Promise<{ address: string; env: NodeJS.ProcessEnv }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const set = { CONTENT_DIR: CONTENT, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: 'file:data/bench.db' };
  return { address, env: { ...process.env, ...set, SITE_URL: address, PUBLIC_API_URL: '' } };
}

/** Bodies that cannot be read as articles show up here, one by one, before anything is built. */
async function written(content: CorpusContent): Promise<Part> {
  await writeContent(content, CONTENT);
  const startedAt = performance.now();
  const { mistakes } = await tryContent(CONTENT);
  const seconds = (performance.now() - startedAt) / 1000;
  const { bytes } = await folderSize(CONTENT);
  return {
    figures: [
      // Seconds mean little where others were at work; a load near 0 says that nobody was.
      { name: 'Load of the machine before', value: loadavg()[0] ?? 0, unit: '' },
      { name: 'Articles', value: content.slugs.size, unit: '' },
      { name: 'Content', value: megabytes(bytes), unit: 'MB' },
      { name: 'Mistakes in the content', value: mistakes.length, unit: '' },
      { name: 'Checking the content', value: seconds, unit: 's' },
    ],
    broken: mistakes.map((mistake) => formatMistakes([mistake])),
  };
}

async function built({ env }: { env: NodeJS.ProcessEnv }): Promise<Part> {
  await copySite('.', SITE);
  const build = await measuredCommand([process.execPath, 'src/cli/build.ts'], { cwd: SITE, env });
  const client = join(SITE, 'dist/client');
  const [all, pages, index, server] = await Promise.all([
    folderSize(client),
    folderSize(client, (path) => path.endsWith('.html')),
    folderSize(join(client, 'pagefind')),
    folderSize(join(SITE, 'dist/server')),
  ]);
  const indexing = Object.entries(build.secondsByName).find(([name]) => name.startsWith('pagefind'));
  return {
    figures: [
      { name: 'Build, wall', value: build.wallSeconds, unit: 's' },
      { name: 'Build, CPU', value: build.cpuSeconds, unit: 's' },
      { name: 'Build, most memory at once', value: megabytes(build.peakTreeBytes), unit: 'MB' },
      { name: 'Build, most memory of one process', value: megabytes(build.peakProcessBytes), unit: 'MB' },
      { name: 'Indexer at work', value: indexing?.[1] ?? 0, unit: 's' },
      { name: 'Pages', value: pages.files, unit: '' },
      { name: 'Pages', value: megabytes(pages.bytes), unit: 'MB' },
      { name: 'Index', value: index.files, unit: '' },
      { name: 'Index', value: megabytes(index.bytes), unit: 'MB' },
      { name: 'All that is served', value: all.files, unit: '' },
      { name: 'All that is served', value: megabytes(all.bytes), unit: 'MB' },
      { name: 'Code of the server', value: megabytes(server.bytes), unit: 'MB' },
    ],
    broken: build.status === 0 ? [] : [`The build ended with status ${build.status}:\n${build.output}`],
  };
}

async function served(
  content: CorpusContent,
  questions: readonly Question[],
  { env, address }: { env: NodeJS.ProcessEnv; address: string },
): Promise<Part> {
  const site = await startSite(SITE, env, address);
  try {
    const pages = await readPages(address, sample(content.pages, PAGES_OPENED, SEED));
    const asked = await askSearch(address, sample(questions, QUESTIONS_ASKED, SEED), content.slugs);
    return {
      figures: [
        { name: 'Start of the server', value: site.startSeconds, unit: 's' },
        { name: 'Pages opened', value: pages.opened, unit: '' },
        { name: 'Page, median', value: quantile(pages.times, 0.5), unit: 'ms' },
        { name: 'Page, slowest', value: quantile(pages.times, 1), unit: 'ms' },
        { name: 'Questions asked', value: asked.asked, unit: '' },
        { name: 'Answered among the first ten', value: asked.found, unit: '' },
        { name: 'Without any result', value: asked.withoutResult, unit: '' },
        { name: 'Question, first', value: asked.times[0] ?? 0, unit: 'ms' },
        { name: 'Question, median', value: quantile(asked.times, 0.5), unit: 'ms' },
        { name: 'Question, slowest', value: quantile(asked.times, 1), unit: 'ms' },
        { name: 'Server, most memory', value: megabytes(await site.peakBytes()), unit: 'MB' },
      ],
      broken: [...pages.broken, ...asked.broken],
    };
  } finally {
    await site.stop();
  }
}
