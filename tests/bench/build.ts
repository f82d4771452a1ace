import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../../src/articles/read-content.ts';
import type { Bench } from './bench.ts';
import type { Built } from './build/built.ts';
import { buildsTable } from './build/builds-table.ts';
import { copiesOf, type Copies } from './build/copies.ts';
import { downloadsOf } from './build/downloads.ts';
import { productBuild } from './build/product-build.ts';
import { rivalArticles } from './build/rival-articles.ts';
import { rivalBuild } from './build/rival-build.ts';
import { RIVALS } from './build/rivals.ts';
import { withVersions } from './build/with-versions.ts';
import { corpusContent, readCorpus, writeContent, type CorpusContent } from './corpus-content.ts';
import { keepFigures, table, type Figure } from './figures.ts';

const FOLDER = resolve('.bench');
const CONTENT = join(FOLDER, 'build-content');
const SITE = join(FOLDER, 'build-site');
const RIVALS_FOLDER = join(tmpdir(), 'handrail-bench');
/** How many articles rivals build, and Handrail where variants or a change are measured. */
const BESIDE = 1_000;
const VERSIONS = 3;

type Input = { corpus: string; scale: string | undefined; sizes: number[]; rivals: boolean; variants: boolean };
/** Builds, and figures that come from more than one of them or from none. */
type Part = { builds: Built[]; figures: Figure[] };

export const buildBench: Bench = {
  purpose: 'Builds a help corpus at several sizes, beside Starlight and Docusaurus, and with variants.',
  usage:
    '[--corpus <file.jsonl[.gz]>] [--scale-file <file.jsonl[.gz]>] [--sizes 1000,3000,all] [--no-rivals] [--no-variants]',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      allowNegative: true,
      options: {
        corpus: { type: 'string', default: '../shared/corpus/corpus.jsonl' },
        'scale-file': { type: 'string' },
        sizes: { type: 'string', default: '1000,3000,all' },
        rivals: { type: 'boolean', default: true },
        variants: { type: 'boolean', default: true },
      },
    });
    const sizes = values.sizes.split(',').filter(Boolean);
    return benchBuild({
      corpus: values.corpus,
      scale: values['scale-file'],
      sizes: sizes.map((size) => (size === 'all' ? Number.POSITIVE_INFINITY : Number(size))),
      rivals: values.rivals,
      variants: values.variants,
    });
  },
};

async function benchBuild({ corpus, scale, sizes, rivals, variants }: Input): Promise<boolean> {
  const entries = await readCorpus(corpus);
  const first = () => corpusContent(entries.slice(0, BESIDE));
  const parts: (() => Promise<Part>)[] = [
    ...sizes.map((size) => () => sized(corpusContent(entries.slice(0, size)))),
    ...(scale === undefined ? [] : [async () => sized(corpusContent(await readCorpus(scale)))]),
    ...(rivals ? [() => besideRivals(first())] : []),
    ...(variants ? [() => changed(first()), () => withVariants(first()), demonstration] : []),
  ];
  const builds: Built[] = [];
  const figures: Figure[] = [];
  for (const part of parts) {
    const measured = await part();
    if (measured.builds.length > 0) console.log(`\n${buildsTable(measured.builds)}`);
    builds.push(...measured.builds);
    figures.push(...measured.figures);
  }
  figures.push(...costs(builds));
  console.log(`\nAll builds\n${buildsTable(builds)}\n\n${table(figures)}`);
  const broken = builds.flatMap((build) => build.broken ?? []);
  if (broken.length > 0) console.error(`\n${broken.join('\n\n')}\n\n${broken.length} broken.`);
  console.log(
    `\nKept in ${await keepFigures(FOLDER, 'build', { figures: [...figures, ...asFigures(builds)], broken })}`,
  );
  return broken.length === 0;
}

async function sized(content: CorpusContent): Promise<Part> {
  return { builds: [await ours('Handrail', content)], figures: [] };
}

async function ours(name: string, content: CorpusContent): Promise<Built> {
  await writeContent(content, CONTENT);
  return productBuild({ name, articles: content.slugs.size, content: CONTENT, site: SITE });
}

async function besideRivals(content: CorpusContent): Promise<Part> {
  const articles = rivalArticles(content);
  const builds: Built[] = [];
  for (const rival of RIVALS) builds.push(await rivalBuild(rival, articles, RIVALS_FOLDER));
  return { builds, figures: [] };
}

/** What a writer waits for who changed one article: the whole build again, with what it keeps between builds. */
async function changed(content: CorpusContent): Promise<Part> {
  await ours('before the change', content);
  const [article] = [...content.files.keys()].filter((path) => path.startsWith('articles/'));
  if (article !== undefined) await appendFile(join(CONTENT, article), '\nOne line more.\n');
  const place = { articles: content.slugs.size, content: CONTENT, site: SITE };
  return {
    builds: [await productBuild({ name: 'Handrail, one article changed', ...place }, { again: true })],
    figures: [],
  };
}

async function withVariants(content: CorpusContent): Promise<Part> {
  const builds: Built[] = [];
  const figures: Figure[] = [];
  for (const nth of [1, 10]) {
    const name = nth === 1 ? 'all differ' : `1 in ${nth} differs`;
    builds.push(await ours(`Handrail, ${VERSIONS} versions, ${name}`, withVersions(content, VERSIONS, nth)));
    figures.push(...copyFigures(`${VERSIONS} versions, ${name}`, copiesOf(await readContent(CONTENT))));
  }
  return { builds, figures };
}

async function demonstration(): Promise<Part> {
  const name = 'Demonstration';
  const content = await readContent('content');
  const copies = copiesOf(content);
  const build = await productBuild({
    name: `Handrail, ${name.toLowerCase()}`,
    articles: copies.articles,
    content: resolve('content'),
    site: SITE,
  });
  const downloads = await downloadsOf(content, join(SITE, 'dist/client'));
  const sum = (of: 'pages' | 'oneBytes' | 'allBytes') => downloads.reduce((total, each) => total + each[of], 0);
  const mean = (of: 'oneBytes' | 'allBytes') => sum(of) / Math.max(1, downloads.length) / 1_000;
  return {
    builds: [build],
    figures: [
      ...copyFigures(name, copies),
      { name: `${name}: articles of several pages`, value: downloads.length, unit: '' },
      { name: `${name}: their pages`, value: sum('pages'), unit: '' },
      { name: `${name}: download of one variant, brotli, mean`, value: mean('oneBytes'), unit: 'kB' },
      { name: `${name}: download of all variants in one page, mean`, value: mean('allBytes'), unit: 'kB' },
    ],
  };
}

function copyFigures(name: string, { articles, pages, perVersion, perReader }: Copies): Figure[] {
  return [
    { name: `${name}: articles`, value: articles, unit: '' },
    { name: `${name}: pages of articles`, value: pages, unit: '' },
    { name: `${name}: pages of a tree for each version`, value: perVersion, unit: '' },
    { name: `${name}: pages of a tree for each version and audience`, value: perReader, unit: '' },
  ];
}

/** What one page more takes, from the difference of two builds: articles of another size, or pages of more variants. */
function costs(builds: readonly Built[]): Figure[] {
  const plain = builds.filter(({ name }) => name === 'Handrail').sort((a, b) => a.articles - b.articles);
  const [smallest] = plain;
  const largest = plain.filter(({ articles }) => articles <= 3 * BESIDE).at(-1);
  const variants = builds.find(({ name }) => name.endsWith('all differ'));
  const cost = (name: string, from: Built | undefined, to: Built | undefined): Figure[] =>
    from && to && to.pages > from.pages
      ? [{ name, value: ((to.cpuSeconds - from.cpuSeconds) / (to.pages - from.pages)) * 1_000, unit: 'ms' }]
      : [];
  return [
    ...cost('CPU of one plain page more', smallest, largest),
    ...cost(
      'CPU of one variant page more',
      plain.find(({ articles }) => articles === BESIDE),
      variants,
    ),
  ];
}

function asFigures(builds: readonly Built[]): Figure[] {
  return builds.flatMap(({ name, articles, broken: _broken, ...measured }) =>
    Object.entries(measured).map(([what, value]): Figure => ({
      name: `${name}, ${articles} articles: ${what}`,
      value,
      unit: what.endsWith('Seconds') ? 's' : '',
    })),
  );
}
