import { forgetTraces, tracesOf } from '../server/forget-person.ts';
import { readSecret } from '../server/secret.ts';
import { readSettings } from '../server/settings.ts';
import { openStore } from '../server/stores.ts';
import { forgetReport } from './forget-report.ts';
import { readForgetWords } from './forget-words.ts';
import { runCommand } from './run-command.ts';

// `npm run forget -- <e-mail or reference>`: shows what is kept of somebody; with `--yes` it is removed.
await runCommand('forget', async (words) => {
  const { wanted, sure, typed } = readForgetWords(words);
  const settings = readSettings();
  const secret = await readSecret(settings);
  const store = await openStore(settings, Temporal.Now.instant());
  try {
    const traces = await tracesOf(store, wanted);
    if (sure) await forgetTraces(store, secret, traces);
    console.log(forgetReport(traces, { typed, removed: sure, timeZone: Temporal.Now.timeZoneId() }));
  } finally {
    await store.close();
  }
});
