import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../articles/read-yaml.ts';
import { Mistakes } from '../errors/user-error.ts';
import { Site } from '../schema/site.ts';
import { consoleToLog } from '../server/console-to-log.ts';
import { standardLog } from '../server/log.ts';
import { openDelivering } from '../server/open-delivering.ts';
import { openReminding } from '../server/open-reminding.ts';
import { readSecret } from '../server/secret.ts';
import { readSettings, serverUrlOf } from '../server/settings.ts';
import { openStore } from '../server/stores.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { runCommand } from './run-command.ts';

// `npm run deliver`: delivers escalations to the help desks and letters to customers, and reminds the team of promises,
// beside a server or instead of it, until it is stopped.
await runCommand('deliver', async () => {
  const settings = readSettings();
  const now = () => Temporal.Now.instant();
  const site = readYaml(await readFile(join(settings.contentDir, 'site.yaml'), 'utf8'), 'site.yaml', Site);
  if (!site.ok) throw new Mistakes('Nothing is delivered.', site.mistakes);
  const store = await openStore(settings, now());
  const log = standardLog(settings.logLevel, now);
  const secret = await readSecret(settings);
  const { name, title } = site.value;
  const toCustomers = { secret, siteUrl: settings.siteUrl, serverUrl: serverUrlOf(settings), name, title };
  const delivering = openDelivering(settings.helpDesks, site.value, { store, log, now, toCustomers });
  if (!delivering) {
    await store.close();
    throw new Mistakes('Nothing is delivered.', [noDesk()]);
  }
  const reminding = openReminding(settings.helpDesks, site.value, { store, log, now });
  const customers = settings.helpDesks.mail ? ['customers'] : [];
  console.log(`Delivering to ${[...settings.helpDesks.desks.map(({ kind }) => kind), ...customers].join(', ')}.`);
  consoleToLog(log);
  const finish = () => Promise.all([delivering.stop(), reminding.stop()]);
  stopOnSignal({ finish, close: store.close, isRunByNpm: settings.isRunByNpm === true }, log, now);
});

function noDesk() {
  return {
    problem: 'No help desk is set up, and no mail.',
    where: { file: 'environment', field: 'HELP_DESKS' },
    fix: 'Name one, such as HELP_DESKS=smtp, with its settings; until then the team reads npm run escalations.',
  };
}
