import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContentSummary } from '../../src/articles/content-summary.ts';
import { tryContent } from '../../src/articles/read-content.ts';
import { formatMistakes } from '../../src/errors/user-error.ts';
import type { Bench } from './bench.ts';
import { keepFigures, megabytes, table, type Figure } from './figures.ts';
import { folderSize } from './folder-size.ts';
import { measuredCommand } from './measured-command.ts';
import { copySite } from './site-copy.ts';
import { variantsContent, writeVariants } from './variants-content.ts';

const FOLDER = resolve('.bench');
const CONTENT = join(FOLDER, 'variants');
const SITE = join(FOLDER, 'variants-site');

export const variantsBench: Bench = {
  purpose: 'Builds articles for six versions and three audiences, of which one in ten differs for each of them.',
  usage: '[--articles <how many, 200>]',
  run: async (words) => {
    const { articles = '200' } = parseArgs({ args: [...words], options: { articles: { type: 'string' } } }).values;
    const count = Number(articles);
    if (!Number.isInteger(count) || count < 1) {
      console.error(`npm run bench -- variants ${variantsBench.usage}`);
      return false;
    }
    return benchVariants(count);
  },
};

async function benchVariants(articles: number): Promise<boolean> {
  const content = variantsContent(articles);
  await writeVariants(content, CONTENT);
  const { mistakes } = await tryContent(CONTENT);
  if (mistakes.length > 0) {
    console.error(formatMistakes(mistakes));
    return false;
  }
  await copySite('.', SITE);
  const env = { ...process.env, CONTENT_DIR: CONTENT, SITE_URL: 'http://127.0.0.1:4321', PUBLIC_API_URL: '' };
  const build = await measuredCommand([process.execPath, 'src/cli/build.ts'], { cwd: SITE, env });
  if (build.status !== 0) {
    console.error(`The build ended with status ${build.status}:\n${build.output}`);
    return false;
  }
  const addresses = articles * content.readersPerArticle;
  const { written, bytes } = await pagesOfArticles(join(SITE, 'dist/client/articles'));
  const { redirects } = JSON.parse(await readFile(join(SITE, 'dist/content-summary.json'), 'utf8')) as ContentSummary;
  const all = await folderSize(join(SITE, 'dist/client'));
  const figures: Figure[] = [
    { name: 'Articles', value: articles, unit: '' },
    { name: 'Versions and audiences of each', value: content.readersPerArticle, unit: '' },
    { name: 'Distinct outputs', value: content.distinctOutputs, unit: '' },
    { name: 'Pages written', value: written, unit: '' },
    { name: 'Pages of a tree copied per version', value: articles * content.versions, unit: '' },
    { name: 'Pages of a tree copied per version and audience', value: addresses, unit: '' },
    { name: 'Addresses that lead to a page', value: Object.keys(redirects).length, unit: '' },
    { name: 'Build, wall', value: build.wallSeconds, unit: 's' },
    { name: 'Build, CPU', value: build.cpuSeconds, unit: 's' },
    { name: 'Build, most memory at once', value: megabytes(build.peakTreeBytes), unit: 'MB' },
    { name: 'Build, most memory of one process', value: megabytes(build.peakProcessBytes), unit: 'MB' },
    { name: 'Pages', value: megabytes(bytes), unit: 'MB' },
    { name: 'All that is served', value: megabytes(all.bytes), unit: 'MB' },
  ];
  console.log(table(figures));
  const broken = written > content.distinctOutputs ? [`${written} pages for ${content.distinctOutputs} outputs.`] : [];
  for (const what of broken) console.error(what);
  console.log(`\nKept in ${await keepFigures(FOLDER, `variants-${articles}`, { figures, broken })}`);
  return broken.length === 0;
}

async function pagesOfArticles(folder: string): Promise<{ written: number; bytes: number }> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
  const { bytes } = await folderSize(folder, (path) => path.endsWith('.html'));
  return { written: names.length, bytes };
}
