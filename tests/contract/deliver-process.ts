// A worker in a process of its own, which can be killed, or kills itself where it is told to: prints "begun" when it has,
// and "idle" once everything is delivered, and goes on until it dies. What it is to do is the JSON that it is given.
import { setInterval } from 'node:timers';
import { openHelpDesks, type DeskSettings } from '../../src/help-desks/help-desks.ts';
import { httpClient } from '../../src/help-desks/http/http-client.ts';
import { startDelivering } from '../../src/server/delivering.ts';
import { readSettings } from '../../src/server/settings.ts';
import { openStore } from '../../src/server/stores.ts';

export type DeliverWork = {
  desks: DeskSettings[];
  /** What its clock shows when it starts. */
  startsAt: string;
  /** Dies at the so-manieth of these moments. `leased`: with work taken on; `noting`, `noted`: around the noting. */
  diesAt?: { moment: 'leased' | 'noting' | 'noted'; count: number };
};

const { desks: settings, startsAt, diesAt } = JSON.parse(process.argv[2] ?? '') as DeliverWork;
const began = Temporal.Now.instant();
const now = () => Temporal.Instant.from(startsAt).add(Temporal.Now.instant().since(began));
const innerHosts = ['127.0.0.1'];
const desks = openHelpDesks({ desks: settings, innerHosts }, '', httpClient({ innerHosts, timeoutMs: 10_000 }));
const store = await openStore(readSettings(), now());

let left = diesAt?.count ?? 0;
const dieAt = (moment: string) => {
  if (moment === diesAt?.moment && --left === 0) process.kill(process.pid, 'SIGKILL');
};
startDelivering(
  { desks },
  { channels: [], desks, contactEmail: '', timeZone: 'UTC' },
  {
    store: {
      ...store,
      leaseDue: async (...asked) => {
        const due = await store.leaseDue(...asked);
        for (const _ of due) dieAt('leased');
        return due;
      },
      noteDelivered: async (...noted) => {
        dieAt('noting');
        const before = await store.noteDelivered(...noted);
        dieAt('noted');
        return before;
      },
    },
    timeZone: 'UTC',
    log: () => undefined,
    now,
    chance: () => 0.5,
  },
);
console.log('begun');
setInterval(() => {
  void store.outboxCounts().then(({ waiting, retrying, needsAPerson }) => {
    if (waiting + retrying + needsAPerson === 0) console.log('idle');
  });
}, 100);
