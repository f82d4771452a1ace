import type { Bench } from './bench.ts';
import { buildBench } from './build.ts';
import { corpusBench } from './corpus.ts';
import { deliveryBench } from './delivery.ts';
import { inboxBench } from './inbox.ts';
import { insightsBench } from './insights.ts';
import { lighthouseBench } from './lighthouse.ts';
import { observatoryBench } from './observatory.ts';
import { pagesBench } from './pages.ts';
import { searchBench } from './search.ts';
import { storeBench } from './store.ts';
import { variantsBench } from './variants.ts';

// `npm run bench -- <name> …`: measures, prints a table and keeps the figures in .bench/.
const BENCHES: Readonly<Record<string, Bench>> = {
  build: buildBench,
  corpus: corpusBench,
  delivery: deliveryBench,
  inbox: inboxBench,
  insights: insightsBench,
  lighthouse: lighthouseBench,
  observatory: observatoryBench,
  pages: pagesBench,
  search: searchBench,
  store: storeBench,
  variants: variantsBench,
};

const [name = '', ...words] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  process.exitCode = (await bench.run(words)) ? 0 : 1;
} else {
  if (name !== '') console.error(`There is no bench "${name}".\n`);
  console.error('npm run bench -- <name> …\n');
  for (const [known, { purpose, usage }] of Object.entries(BENCHES)) console.error(`${known} ${usage}\n    ${purpose}`);
  process.exitCode = 2;
}
