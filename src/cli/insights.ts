import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../articles/read-yaml.ts';
import { Site } from '../schema/site.ts';
import { readSettings } from '../server/settings.ts';
import { openStore } from '../server/stores.ts';
import { articleFiles } from './article-files.ts';
import { everything } from './everything.ts';
import { learn } from './learn.ts';
import { readInsightsWords } from './insights-words.ts';
import { listPromises, promisesTable, type PromiseReport } from './list-promises.ts';
import { listSearches } from './list-searches.ts';
import { searchReport, type SearchReport } from './search-report.ts';
import { searchesTable } from './searches-table.ts';
import { runCommand } from './run-command.ts';

// `npm run insights`: what readers' votes, searches and requests say to the writers, what matters most first.
// `searches`: what they searched for and did not get, and what to do about it. `promises`: how many were kept, missed and
// moved. `learn`: keywords that readers' words propose, as a diff; `--write` puts them into the files.
// `--days 30`, or `--since` and `--until` with a day each; `--json` and `--csv` for programs and spreadsheets.
await runCommand('insights', async (words) => {
  const settings = readSettings();
  const now = Temporal.Now.instant();
  const { timeZone, keepsSearches } = await readSite(settings.contentDir);
  const { report, format, period, write } = readInsightsWords(words, now.toZonedDateTimeISO(timeZone));
  const filesOf = await articleFiles(settings.contentDir);
  const store = await openStore(settings, now);
  try {
    switch (report) {
      case 'everything':
        process.stdout.write(await everything(store, { contentDir: settings.contentDir, period, format }, now));
        break;
      case 'learn':
        process.stdout.write(await learn(store, { contentDir: settings.contentDir, period, format, write }));
        break;
      case 'promises': {
        const counts = await store.promiseCounts(period.since, now);
        process.stdout.write(writtenPromises({ since: period.since, until: now, counts }, format, timeZone));
        break;
      }
      case 'searches':
        process.stdout.write(written(await searchReport(store, period, keepsSearches, filesOf), format, timeZone));
    }
  } finally {
    await store.close();
  }
});

function written(report: SearchReport, format: 'text' | 'json' | 'csv', timeZone: string): string {
  switch (format) {
    case 'text':
      return `${listSearches(report, timeZone)}\n`;
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv':
      return searchesTable(report);
  }
}

function writtenPromises(report: PromiseReport, format: 'text' | 'json' | 'csv', timeZone: string): string {
  switch (format) {
    case 'text':
      return `${listPromises(report, timeZone)}\n`;
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv':
      return promisesTable(report);
  }
}

/** Searches are listed also while the content has mistakes; then in the time zone of this machine. */
async function readSite(contentDir: string): Promise<{ timeZone: string; keepsSearches: boolean }> {
  const text = await readFile(join(contentDir, 'site.yaml'), 'utf8').catch(() => '');
  const site = readYaml(text, 'site.yaml', Site);
  return site.ok
    ? { timeZone: site.value.support.timeZone, keepsSearches: site.value.switches.keepSearches }
    : { timeZone: Temporal.Now.timeZoneId(), keepsSearches: true };
}
