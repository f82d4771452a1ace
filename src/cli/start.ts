import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { endedIncidents } from '../articles/ended-incidents.ts';
import type { ContentSummary } from '../articles/content-summary.ts';
import { nodeSearcher } from '../search/node-searcher.ts';
import { openApp } from '../server/app.ts';
import { consoleToLog } from '../server/console-to-log.ts';
import { openDelivering } from '../server/open-delivering.ts';
import { openInboundMail } from '../server/open-inbound-mail.ts';
import { openReminding } from '../server/open-reminding.ts';
import { tellJoined } from '../server/incidents/tell-joined.ts';
import { daily } from '../server/daily.ts';
import { listen } from '../server/listen.ts';
import { siteListener } from '../server/site-listener.ts';
import { builtTextIn } from '../server/built-texts.ts';
import { readSettings, type Settings } from '../server/settings.ts';
import { buildSite } from './build-site.ts';
import { isBuilt } from './build-stamp.ts';
import { runCommand } from './run-command.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const DIST = 'dist';

// `npm start`: builds the site where it is out of date, opens the store, and serves both on one address.
await runCommand('start', async () => {
  const settings = readSettings(process.env);
  await buildIfNeeded(settings);
  const { site, slugs, incidents, ...leading } = JSON.parse(
    await readFile(`${DIST}/content-summary.json`, 'utf8'),
  ) as ContentSummary;
  const known = new Set(slugs);
  const openIncidents = incidents.flatMap(({ slug, resolved }) => (resolved === undefined ? [slug] : []));
  const app = await openApp(settings, site, (slug) => known.has(slug), {
    openIncidents,
    builtText: builtTextIn(`${DIST}/as-read`),
  });
  const searcher = await nodeSearcher(pathToFileURL(`${resolve(DIST)}/client/pagefind/`));
  const server = await listen(await siteListener(DIST, leading, { app, searcher }, settings), settings);
  const { log } = app;
  const now = () => Temporal.Now.instant();
  const { store, secret, siteUrl, serverUrl } = app;
  const toCustomers = { secret, siteUrl, serverUrl, name: site.name, title: site.title };
  const delivering = openDelivering(settings.helpDesks, site, { store, log, now, toCustomers });
  const mail = openInboundMail(settings, app, now);
  const reminding = openReminding(settings.helpDesks, site, { store, log, now });
  const telling = daily((signal) => tellJoined(endedIncidents(incidents), app, now, signal), log);
  console.log(`${site.title} is at ${settings.siteUrl}/`);
  log('started', { port: server.port });

  consoleToLog(log);
  // A log that nobody reads any more (`npm start | head`) is no reason to stop answering.
  process.stdout.on('error', () => undefined);
  // The outbox keeps what is left; what is under way is finished, and noted.
  const finish = () =>
    Promise.all([server.close(), delivering?.stop(), mail?.stop(), reminding.stop(), telling.stop()]);
  stopOnSignal({ finish, close: app.close, isRunByNpm: settings.isRunByNpm === true }, log, now);
});

async function buildIfNeeded(settings: Settings): Promise<void> {
  if (await isBuilt(settings, Temporal.Now.instant())) return;
  console.log('Building the site …');
  await buildSite(settings);
}
