import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../articles/read-yaml.ts';
import { Mistakes } from '../errors/user-error.ts';
import { Site } from '../schema/site.ts';
import { waitingEscalations } from '../server/escalations.ts';
import { readSettings, type Settings } from '../server/settings.ts';
import type { Store } from '../server/store.ts';
import { openStore } from '../server/stores.ts';
import { actOnEscalation } from './act-on-escalation.ts';
import { readEscalationsWords, type EscalationsWanted } from './escalations-words.ts';
import { listWaiting, showEscalation } from './list-waiting.ts';
import { runCommand } from './run-command.ts';

// `npm run escalations`: who waits for a person, the most urgent promise first. `-- --json` for programs.
// `show <reference>`, `retry <reference>` or `retry all`, `deliver-by-hand <reference> --ticket <id>`; and what the
// team does: `answer`, `resolve`, `note`, `move-promise`, `release`, each with a reference and its options.
await runCommand('escalations', async (words) => {
  const wanted = readEscalationsWords(words);
  const settings = readSettings();
  const now = Temporal.Now.instant();
  const store = await openStore(settings, now);
  try {
    console.log(await done(wanted, store, settings, now));
  } finally {
    await store.close();
  }
});

async function done(
  wanted: EscalationsWanted,
  store: Store,
  { contentDir, helpDesks }: Settings,
  now: Temporal.Instant,
): Promise<string> {
  switch (wanted.kind) {
    case 'list': {
      const waiting = await waitingEscalations(store);
      if (wanted.json) return JSON.stringify(waiting.map(withoutHashes), null, 2);
      return listWaiting(waiting, now, await timeZoneOf(contentDir));
    }
    case 'show': {
      const found = await store.escalationByReference(wanted.reference);
      if (!found) throw notThere('show', wanted.reference);
      return showEscalation(found, await store.eventsOf(found.id), now, await timeZoneOf(contentDir));
    }
    case 'act': {
      const found = await store.escalationByReference(wanted.reference);
      if (!found) throw notThere(wanted.act, wanted.reference);
      return actOnEscalation(
        wanted,
        found,
        { store, contentDir, writesToCustomers: helpDesks.mail !== undefined },
        now,
      );
    }
    case 'retry': {
      const desks = helpDesks.desks.map(({ kind }) => kind);
      if (desks.length === 0 && !helpDesks.mail) throw new Mistakes('Nothing was done.', [noDesk()]);
      await checked(store, 'retry', wanted.reference);
      const count = await store.retryNow(wanted.reference, desks, now);
      return count === 0 ? 'Nothing has to be tried again.' : `${deliveries(count)} will be tried in a moment.`;
    }
    case 'deliver-by-hand': {
      await checked(store, 'deliver-by-hand', wanted.reference);
      const count = await store.deliverByHand(wanted.reference, wanted.ticket);
      return count === 0
        ? `${wanted.reference} had been delivered already.`
        : `${wanted.reference} is noted as taken over: ${wanted.ticket}.`;
    }
  }
}

async function checked(store: Store, command: string, reference: string | undefined): Promise<void> {
  if (reference !== undefined && !(await store.escalationByReference(reference))) throw notThere(command, reference);
}

function deliveries(count: number): string {
  return count === 1 ? 'One delivery' : `${count} deliveries`;
}

function notThere(command: string, reference: string): Mistakes {
  const problem = `No escalation has the reference ${reference}.`;
  const fix = 'Copy it from npm run escalations, or from the message of the customer.';
  const where = { file: `npm run escalations -- ${command} ${reference}` };
  return new Mistakes('Nothing was done.', [{ problem, where, fix }]);
}

function noDesk() {
  return {
    problem: 'No help desk is set up, so there is nothing to try again.',
    where: { file: 'environment', field: 'HELP_DESKS' },
    fix: 'Run this with the settings of the server, or answer the customer and note it with deliver-by-hand.',
  };
}

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
