import { loadavg, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Mistakes } from '../../src/errors/user-error.ts';
import type { Bench } from './bench.ts';
import { corpusContent, readCorpus, writeContent } from './corpus-content.ts';
import { keepFigures, table, type Figure } from './figures.ts';
import { readQuestions, type Question } from './questions.ts';
import { bundlePages } from './search/bundle.ts';
import { inBrowser } from './search/in-browser.ts';
import { indexed } from './search/indexed.ts';
import { readInput, USAGE, type Input } from './search/input.ts';
import { besideTable, bestOfEachTable, leftTable, qualityTable } from './search/quality-tables.ts';
import { bestOfEach, columnsOf, marked, meanNdcg, qualityRows, type Marked } from './search/quality.ts';
import { askRival, type RivalAsked } from './search/rivals/ask-rival.ts';
import { writePagefindIndex } from './search/rivals/pagefind-index.ts';
import { rivalArticles } from './search/rivals/rival-articles.ts';
import { rivalSizes } from './search/rivals/rival-sizes.ts';
import { RIVAL_NAMES, RIVALS } from './search/rivals/rivals.ts';
import type { RivalArticle } from './search/rivals/search-rival.ts';
import { unansweredIn } from './search/session.ts';

const FOLDER = resolve('.bench');
const CONTENT = join(FOLDER, 'search-content');
const INDEX = join(FOLDER, 'search-index');
const PAGES = join(FOLDER, 'search-pages');
const PAGEFIND_INDEX = join(FOLDER, 'search-pagefind');
const RIVALS_FOLDER = join(tmpdir(), 'handrail-bench');

export const searchBench: Bench = {
  purpose: 'Asks a help corpus real questions in a real browser, with and without a typing error, beside rivals.',
  usage: USAGE,
  run: async (words) => {
    try {
      return await benchSearch(readInput(words, RIVAL_NAMES));
    } catch (error) {
      if (!(error instanceof Mistakes)) throw error;
      console.error(error.message);
      return false;
    }
  },
};

async function benchSearch(input: Input): Promise<boolean> {
  const content = corpusContent((await readCorpus(input.corpus)).slice(0, input.articles));
  const questions = await questionsFor(input, content.slugs);
  if (questions.length === 0) throw nothingToAsk(input);
  await writeContent(content, CONTENT);
  const figures: Figure[] = [];
  const keep = (measured: readonly Figure[]) => {
    if (measured.length > 0) console.log(`\n${table(measured)}`);
    figures.push(...measured);
  };
  // Seconds mean little where others were at work; a load near 0 says that nobody was.
  keep([{ name: 'Load of the machine before', value: loadavg()[0] ?? 0, unit: '' }]);
  keep(await indexed(CONTENT, INDEX));
  await bundlePages(PAGES);
  const withPagefind = input.rivals.includes('pagefind');
  const articles = input.rivals.length > 0 ? await rivalArticles(CONTENT) : [];
  if (withPagefind) await writePagefindIndex(articles, PAGEFIND_INDEX);
  const folders = { '': PAGES, pagefind: INDEX, 'pagefind-as-it-comes': PAGEFIND_INDEX };
  const measured = await inBrowser(folders, questions, withPagefind, keep);

  const isMarked = input.qrels !== undefined;
  const rivals = await askRivals(input.rivals, articles, isMarked ? questions : []);
  const mark = (name: string, answers: typeof measured.answers) => marked(name, answers, questions, content.slugs);
  const others = [
    ...(measured.pagefind ? [mark('Pagefind as typed', measured.pagefind)] : []),
    ...rivals.flatMap((rival) => [...rival.answers].map(([name, answers]) => mark(name, answers))),
  ];
  const unanswered = unansweredIn(measured.answers, questions);
  if (unanswered.length > 0) console.log(`\nFound nothing for\n${unanswered.join('\n')}`);
  const quality = isMarked ? shown(mark('Handrail', measured.answers), others, questions) : {};
  for (const rival of rivals)
    keep(
      await rivalSizes(
        rival,
        bestOfEach(others, questions).map(({ best }) => best.name),
      ),
    );
  const { broken } = measured;
  if (broken.length > 0) console.error(`\n${broken.slice(0, 20).join('\n\n')}\n\n${broken.length} broken.`);
  const kept = { corpus: basename(input.corpus), figures, broken, unanswered, ...quality };
  const name = `search-${basename(input.corpus).replace(/\..*/, '')}-${content.slugs.size}`;
  await keepFigures(FOLDER, name, kept);
  console.log(`\nKept in ${await keepFigures(FOLDER, 'search', kept)} and ${name}.json`);
  return broken.length === 0;
}

/** Those that the articles can answer, in the order of the file; all of them where nobody says who answers. */
async function questionsFor(
  { queries, qrels, perKind }: Input,
  slugs: ReadonlyMap<string, string>,
): Promise<Question[]> {
  const asked = new Map<string, number>();
  return (await readQuestions(queries, qrels))
    .filter(({ answers }) => answers.every((id) => slugs.has(id)))
    .filter(({ kind }) => {
      const count = (asked.get(kind) ?? 0) + 1;
      asked.set(kind, count);
      return count <= perKind;
    });
}

function nothingToAsk({ queries }: Input): Mistakes {
  const problem = 'The articles answer none of its questions.';
  const fix = 'Take more articles, or leave --qrels out: then quality is not measured.';
  return new Mistakes('npm run bench:search has nothing to ask.', [{ problem, where: { file: queries }, fix }]);
}

async function askRivals(
  names: readonly string[],
  articles: readonly RivalArticle[],
  questions: readonly Question[],
): Promise<RivalAsked[]> {
  const asked: RivalAsked[] = [];
  for (const rival of RIVALS.filter(({ name }) => names.includes(name.toLowerCase()))) {
    asked.push(await askRival(rival, articles, questions, RIVALS_FOLDER));
  }
  return asked;
}

/** Prints what was found, and gives it back to be kept. */
function shown(ours: Marked, rivals: readonly Marked[], questions: readonly Question[]) {
  const rows = qualityRows(ours, rivals, questions);
  console.log(`\n${qualityTable(rows)}\n\nWhat a typing error leaves of nDCG@10\n${leftTable(ours, questions)}`);
  if (rivals.length > 0) {
    console.log(
      `\nBeside the best of ${rivals.length} rivals and settings, chosen anew for each line\n${besideTable(rows)}`,
    );
    console.log(`\nThe best setting of each rival, all questions\n${bestOfEachTable(rivals, questions)}`);
  }
  const columns = columnsOf(questions);
  return {
    quality: rows,
    settings: rivals.map((rival) => ({
      name: rival.name,
      ndcg: columns.map((column) => ({ ...column, value: meanNdcg(rival, column, questions) })),
    })),
  };
}
