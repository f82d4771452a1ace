import { asksForManual, manualInWords, type Manual } from '../../src/cli/manual.ts';
import { refuseWord } from '../../src/cli/run-command.ts';
import { didYouMean } from '../../src/errors/did-you-mean.ts';
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

const words = process.argv.slice(2);
const [name, ...more] = words;
const bench = name === undefined ? undefined : BENCHES[name];
if (asksForManual(words) || (bench && asksForManual(more))) {
  console.log(manualInWords('bench', manualOf(name !== undefined && bench ? { [name]: bench } : BENCHES)));
} else if (name !== undefined && bench) {
  await measure(name, bench, more);
} else if (name !== undefined) {
  const fix = `${didYouMean(name, Object.keys(BENCHES))}npm run bench -- help names all.`;
  refuseWord('bench', name, `There is no bench "${name}".`, fix);
} else {
  console.error(manualInWords('bench', manualOf(BENCHES)));
  process.exitCode = 2;
}

function manualOf(benches: Readonly<Record<string, Bench>>): Manual {
  return Object.entries(benches).map(([known, { usage, purpose }]) => ({ words: `${known} ${usage}`, does: purpose }));
}

async function measure(named: string, { run, usage }: Bench, behind: readonly string[]): Promise<void> {
  try {
    process.exitCode = (await run(behind)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
      throw error;
    refuseWord(`bench -- ${named}`, behind.join(' '), error.message, `Write npm run bench -- ${named} ${usage}.`);
  }
}
