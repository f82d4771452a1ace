import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../articles/read-yaml.ts';
import { Site } from '../schema/site.ts';
import { waitingEscalations } from '../server/escalations.ts';
import { readSettings } from '../server/settings.ts';
import { openStore } from '../server/stores.ts';
import { listWaiting } from './list-waiting.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';

// `npm run escalations`: who waits for a person, the most urgent promise first. `-- --json` for programs.
await stopWithMistakes(async () => {
  const settings = readSettings();
  const now = Temporal.Now.instant();
  const store = await openStore(settings, now);
  try {
    const waiting = await waitingEscalations(store);
    if (process.argv.includes('--json')) console.log(JSON.stringify(waiting.map(withoutHashes), null, 2));
    else console.log(listWaiting(waiting, now, await timeZoneOf(settings.contentDir)));
  } finally {
    await store.close();
  }
});

function withoutHashes({
  bodyHash: _body,
  tokenHash: _token,
  idempotencyKey: _key,
  ...waiting
}: Awaited<ReturnType<typeof waitingEscalations>>[number]) {
  return waiting;
}

/** People who wait are listed also while the content has mistakes; then in the time zone of this machine. */
async function timeZoneOf(contentDir: string): Promise<string> {
  const text = await readFile(join(contentDir, 'site.yaml'), 'utf8').catch(() => '');
  const site = readYaml(text, 'site.yaml', Site);
  return site.ok ? site.value.support.timeZone : Temporal.Now.timeZoneId();
}
